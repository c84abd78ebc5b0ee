package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.dialect.Sent;
import io.haina.dialect.wukong.SystemWire.Company;
import io.haina.dialect.wukong.SystemWire.PageOf;
import io.haina.dialect.wukong.SystemWire.People;
import io.haina.dialect.wukong.SystemWire.User;
import io.haina.dialect.wukong.WukongWire.Found;
import io.haina.staff.Profiles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the clients of document 002 ask for before they show a page: who is here, what may be done, whose server it is. */
@RestController
@Tag(name = "system", description = "用户、权限与系统设置")
class SystemApi {

    private final Profiles profiles;

    SystemApi(Profiles profiles) {
        this.profiles = profiles;
    }

    @RequestMapping("/api/system/user/queryLoginUser")
    @Operation(summary = "当前登录用户")
    Found<User> loginUser(Actor actor, HttpServletRequest request) {
        return new Found<>(User.of(actor, profiles.mine(actor), request.getRemoteAddr()));
    }

    @RequestMapping("/api/system/user/queryUserList")
    @Operation(summary = "用户列表,pageType 为 0 时不分页")
    Found<Object> userList(Actor actor, @Sent People wish) {
        if (Integer.valueOf(0).equals(wish.pageType())) {
            return new Found<>(profiles.active(actor).stream()
                    .map(profile -> User.of(actor, profile, null))
                    .toList());
        }
        return new Found<>(PageOf.of(profiles.list(
                        actor,
                        WukongFilters.words(wish.search() == null ? wish.realname() : wish.search()),
                        WukongFilters.flag("status", wish.status(), 1, 0),
                        WukongFilters.page(wish.page(), wish.limit()))
                .map(profile -> User.of(actor, profile, null))));
    }

    @RequestMapping("/api/system/role/auth")
    @Operation(summary = "当前用户的权限")
    Found<Map<String, Map<String, Map<String, Boolean>>>> auth(Actor actor) {
        return new Found<>(WukongNames.rights(actor.role()));
    }

    @RequestMapping("/api/sysConfig/querySysConfig")
    @Operation(summary = "企业名称与标志")
    Found<Company> config(Actor actor) {
        return new Found<>(
                new Company(WukongNames.company(actor), actor.tenant().name(), null));
    }
}
