package io.haina.dialect.eartip;

import io.haina.access.Actor;
import io.haina.dialect.Open;
import io.haina.dialect.Sent;
import io.haina.dialect.eartip.EartipWire.Done;
import io.haina.dialect.eartip.EartipWire.Made;
import io.haina.dialect.eartip.UserWire.LoggedIn;
import io.haina.dialect.eartip.UserWire.Login;
import io.haina.dialect.eartip.UserWire.Logout;
import io.haina.dialect.eartip.UserWire.User;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.staff.OpaqueTokens;
import io.haina.staff.Profiles;
import io.haina.staff.SignIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Document 001, signing in and out. */
@RestController
@Tag(name = "user", description = "员工")
class LoginApi {

    private final EartipDoorkeeper door;
    private final SignIn signIn;
    private final Profiles profiles;

    LoginApi(EartipDoorkeeper door, SignIn signIn, Profiles profiles) {
        this.door = door;
        this.signIn = signIn;
        this.profiles = profiles;
    }

    @Open
    @PostMapping("/api/user/login")
    @SecurityRequirements
    @Operation(summary = "登录,返回 sid;phoneNumber 为手机号或用户名")
    Made<LoggedIn> login(@Sent Login login, HttpServletRequest request, HttpServletResponse response) {
        OpaqueTokens.Issued issued = door.issue(
                EartipFilters.required("phoneNumber", login.phoneNumber()),
                EartipFilters.required("password", login.password()),
                request,
                response);
        Actor actor = issued.signedIn().actor();
        return new Made<>(new LoggedIn(User.of(actor, profiles.mine(actor)), issued.token(), issued.token()), "登陆成功");
    }

    @PostMapping("/api/user/logout")
    @Operation(summary = "退出登录,当前 sid 随即失效;phoneNumber 须为本人")
    Done logout(Actor actor, @Sent Logout logout, HttpServletRequest request, HttpServletResponse response) {
        String name = EartipFilters.required("phoneNumber", logout.phoneNumber());
        if (!profiles.mine(actor).goesBy(name)) {
            throw Refused.invalid("phoneNumber", Rule.NOT_A_CHOICE);
        }
        signIn.signOut(actor);
        door.forget(request, response);
        return new Done("登出成功");
    }
}
