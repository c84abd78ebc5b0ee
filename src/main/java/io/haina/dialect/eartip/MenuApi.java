package io.haina.dialect.eartip;

import io.haina.access.Actor;
import io.haina.dialect.Sent;
import io.haina.dialect.eartip.EartipWire.Done;
import io.haina.dialect.eartip.EartipWire.Listed;
import io.haina.dialect.eartip.MenuWire.Assignment;
import io.haina.dialect.eartip.MenuWire.Item;
import io.haina.dialect.eartip.MenuWire.ItemWish;
import io.haina.dialect.eartip.MenuWire.Items;
import io.haina.dialect.eartip.MenuWire.UserMenu;
import io.haina.menu.MenuItemDraft;
import io.haina.menu.Menus;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Document 001, menus. */
@RestController
@Tag(name = "menu", description = "菜单")
class MenuApi {

    private final Menus menus;

    MenuApi(Menus menus) {
        this.menus = menus;
    }

    @GetMapping("/api/user/menu")
    @Operation(summary = "所有可配置的菜单项")
    Listed<Item> items(Actor actor, @Sent Items asked) {
        return Listed.of(menus.items(actor, EartipFilters.page(asked.page(), asked.count()))
                .map(Item::of));
    }

    @PostMapping("/api/user/menu")
    @Operation(summary = "新增(不传 menu_id)、修改、删除(传 menu_id 不传 name)菜单项,仅管理员")
    Done save(Actor actor, @Sent ItemWish wish) {
        MenuItemDraft draft = new MenuItemDraft(wish.name(), wish.content(), wish.note());
        if (wish.menuId() == null) {
            menus.add(actor, draft);
        } else if (wish.name() == null || wish.name().isBlank()) {
            menus.delete(actor, wish.menuId());
        } else {
            menus.change(actor, wish.menuId(), draft);
        }
        return new Done("操作成功");
    }

    @GetMapping("/api/user/usermenu")
    @Operation(summary = "员工的菜单;管理员可查全部,其他人只查本人")
    Listed<UserMenu> ofStaff(Actor actor, @Sent MenuWire.Menus asked) {
        return Listed.of(menus.ofStaff(actor, asked.userId(), EartipFilters.page(asked.page(), asked.count()))
                .map(menu -> UserMenu.of(actor, menu)));
    }

    @PostMapping("/api/user/usermenu")
    @Operation(summary = "修改员工的菜单,[] 清空,仅管理员")
    Done assign(Actor actor, @Sent Assignment wish) {
        long staff = EartipFilters.required("user_id", wish.userId());
        if (wish.menu() == null) {
            throw Refused.invalid("menu", Rule.REQUIRED);
        }
        menus.assign(actor, staff, wish.menu().values());
        return new Done("修改成功");
    }
}
