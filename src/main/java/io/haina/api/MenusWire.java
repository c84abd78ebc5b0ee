package io.haina.api;

import io.haina.menu.MenuItem;
import io.haina.menu.MenuItemDraft;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The chapter on menus. */
sealed interface MenusWire extends AdminWire {

    /**
     * What is written of a line of a menu, all of it.
     *
     * @param content what it is for
     * @param note a remark
     */
    @Schema(name = "MenuLineDraft")
    record Written(
            @Nullable String name,
            @Nullable String content,
            @Nullable String note) implements MenusWire {

        MenuItemDraft draft() {
            return new MenuItemDraft(
                    name, Objects.requireNonNullElse(content, ""), Objects.requireNonNullElse(note, ""));
        }
    }

    /** A person's menu, in order. */
    @Schema(name = "StaffMenu")
    record Menu(@Nullable List<@Nullable Long> items) implements MenusWire {}

    /** A line of a menu. */
    @Schema(name = "MenuLine")
    record Item(
            long id,
            String name,
            @Nullable String content,
            @Nullable String note) implements MenusWire {

        static Item of(MenuItem item) {
            return new Item(item.id(), item.name(), item.content(), item.note());
        }
    }
}
