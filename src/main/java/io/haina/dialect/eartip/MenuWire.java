package io.haina.dialect.eartip;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.haina.access.Actor;
import io.haina.dialect.Numbers;
import io.haina.menu.MenuItem;
import io.haina.menu.StaffMenu;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes of menus. */
sealed interface MenuWire extends EartipWire {

    record Items(@Nullable Integer page, @Nullable Integer count) implements MenuWire {}

    /** A line of a menu. */
    record Item(long id, String name, String content, String note) implements MenuWire {
        static Item of(MenuItem item) {
            return new Item(item.id(), item.name(), EartipNames.text(item.content()), EartipNames.text(item.note()));
        }
    }

    /** A new line; with {@code menu_id} a changed one, and without {@code name} then one to be deleted. */
    record ItemWish(
            @JsonProperty("menu_id") @Nullable Long menuId,
            @Nullable String name,
            @Nullable String content,
            @Nullable String note)
            implements MenuWire {}

    /** Whose menus are asked for. */
    record Menus(
            @JsonProperty("user_id") @Nullable Long userId,
            @Nullable Integer page,
            @Nullable Integer count) implements MenuWire {}

    /** A person's menu. */
    record UserMenu(@JsonUnwrapped UserWire.User user, List<Item> menu) implements MenuWire {
        static UserMenu of(Actor viewer, StaffMenu menu) {
            return new UserMenu(
                    UserWire.User.of(viewer, menu.person()),
                    menu.items().stream().map(Item::of).toList());
        }
    }

    /** The menu that a person is to have. */
    record Assignment(
            @JsonProperty("user_id") @Nullable Long userId,
            @Nullable Numbers menu) implements MenuWire {}
}
