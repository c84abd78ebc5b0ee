package io.haina.dialect.registration;

import io.haina.access.Actor;
import io.haina.dialect.Inputs;
import io.haina.dialect.Open;
import io.haina.dialect.Sender;
import io.haina.dialect.registration.AuthWire.LoggedIn;
import io.haina.dialect.registration.AuthWire.Login;
import io.haina.dialect.registration.AuthWire.PasswordChange;
import io.haina.dialect.registration.AuthWire.Registration;
import io.haina.dialect.registration.AuthWire.User;
import io.haina.dialect.registration.RegistrationWire.Done;
import io.haina.dialect.registration.RegistrationWire.Found;
import io.haina.staff.SignIn;
import io.haina.staff.SignedIn;
import io.haina.staff.StaffDraft;
import io.haina.staff.StaffRegister;
import io.haina.staff.WebTokens;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Document 000, signing in and staff. */
@RestController
@RequestMapping("/api/auth")
@Tag(name = "auth", description = "登录与员工")
class AuthApi {

    private final SignIn signIn;
    private final WebTokens tokens;
    private final StaffRegister register;
    private final Sender sender;

    AuthApi(SignIn signIn, WebTokens tokens, StaffRegister register, Sender sender) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.register = register;
        this.sender = sender;
    }

    @Open
    @PostMapping("/login")
    @SecurityRequirements
    @Operation(summary = "登录,用户名或手机号均可")
    Found<LoggedIn> login(@RequestBody Login login, HttpServletRequest request) {
        String username = RegistrationFilters.required("username", login.username());
        String password = RegistrationFilters.required("password", login.password());
        SignedIn signedIn = signIn.signIn(RegistrationNames.DIALECT, sender.address(request), username, password);
        return new Found<>(new LoggedIn(
                tokens.issue(signedIn),
                User.of(signedIn.staff()),
                signedIn.staff().mustChangePassword()));
    }

    @PostMapping("/logout")
    @Operation(summary = "退出登录,当前令牌随即失效")
    Done<Void> logout(Actor actor) {
        signIn.signOut(actor);
        return new Done<>("已退出登录", null);
    }

    @PostMapping("/register")
    @Operation(summary = "新增员工(仅管理员)")
    Done<User> register(Actor actor, @RequestBody Registration wish) {
        StaffDraft draft = new StaffDraft(
                RegistrationFilters.required("username", wish.username()),
                RegistrationFilters.required("password", wish.password()),
                RegistrationFilters.required("real_name", wish.realName()),
                wish.email(),
                wish.phone(),
                RegistrationNames.role(Inputs.text("role", wish.role())),
                wish.department(),
                wish.team());
        return new Done<>("用户注册成功", User.of(register.register(actor, draft)));
    }

    @PostMapping("/change-password")
    @Operation(summary = "修改本人密码,本人所有令牌随即失效")
    Done<Void> changePassword(Actor actor, @RequestBody PasswordChange wish) {
        signIn.changePassword(
                actor,
                RegistrationFilters.required("old_password", wish.oldPassword()),
                RegistrationFilters.required("new_password", wish.newPassword()));
        return new Done<>("密码修改成功,请重新登录", null);
    }
}
