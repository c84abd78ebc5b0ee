package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.dialect.Open;
import io.haina.dialect.Sent;
import io.haina.dialect.wukong.SystemWire.LoggedIn;
import io.haina.dialect.wukong.SystemWire.Login;
import io.haina.dialect.wukong.SystemWire.User;
import io.haina.dialect.wukong.WukongWire.Done;
import io.haina.staff.OpaqueTokens;
import io.haina.staff.Profiles;
import io.haina.staff.SignIn;
import io.haina.tenant.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Document 002, signing in and out. */
@RestController
@Tag(name = "login", description = "登录")
class LoginApi {

    private final WukongDoorkeeper door;
    private final SignIn signIn;
    private final Profiles profiles;

    LoginApi(WukongDoorkeeper door, SignIn signIn, Profiles profiles) {
        this.door = door;
        this.signIn = signIn;
        this.profiles = profiles;
    }

    @Open
    @RequestMapping("/api/login")
    @SecurityRequirements
    @Operation(summary = "登录,返回 Admin-Token")
    LoggedIn login(@Sent Login login, HttpServletRequest request) {
        OpaqueTokens.Issued issued = door.issue(
                request,
                WukongFilters.required("username", login.username()),
                WukongFilters.required("password", login.password()));
        Actor actor = issued.signedIn().actor();
        return new LoggedIn(
                0,
                issued.token(),
                User.of(actor, profiles.mine(actor), request.getRemoteAddr()),
                WukongNames.rights(actor.role()),
                actor.role() == Role.ADMIN,
                false,
                null,
                1,
                null,
                0);
    }

    @RequestMapping("/api/logout")
    @Operation(summary = "退出登录,当前 Admin-Token 随即失效")
    Done logout(Actor actor) {
        signIn.signOut(actor);
        return new Done();
    }
}
