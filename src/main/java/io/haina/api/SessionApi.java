package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.SessionWire.Login;
import io.haina.api.SessionWire.Me;
import io.haina.api.SessionWire.PasswordChange;
import io.haina.dialect.Open;
import io.haina.staff.Profiles;
import io.haina.staff.SignIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out in a browser, and who one is. */
@RestController
@RequestMapping("/api/v1/session")
@Tag(name = "session", description = "Signing in, and who one is")
class SessionApi {

    private final ApiDoorkeeper door;
    private final SignIn signIn;
    private final Profiles profiles;

    SessionApi(ApiDoorkeeper door, SignIn signIn, Profiles profiles) {
        this.door = door;
        this.signIn = signIn;
        this.profiles = profiles;
    }

    @Open
    @PostMapping
    @SecurityRequirements
    @Operation(summary = "Sign in by user name or phone number; the session is a cookie that no script reads")
    Me open(@RequestBody Login login, HttpServletRequest request, HttpServletResponse response) {
        Actor actor = door.signIn(
                ApiNames.text("userName", login.userName()),
                ApiNames.text("password", login.password()),
                request,
                response);
        return me(actor);
    }

    @GetMapping
    @Operation(summary = "Who is signed in, and what is open to them")
    Me me(Actor actor) {
        return Me.of(actor, profiles.mine(actor));
    }

    @DeleteMapping
    @Operation(summary = "Sign out: this session ends, and the cookie goes")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> close(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        signIn.signOut(actor);
        door.forget(request, response);
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/password")
    @Operation(summary = "Change one's own password: all sessions end, and a browser goes on in a new one")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Void> changePassword(
            Actor actor, @RequestBody PasswordChange wish, HttpServletRequest request, HttpServletResponse response) {
        String wanted = ApiNames.text("newPassword", wish.newPassword());
        signIn.changePassword(actor, ApiNames.text("oldPassword", wish.oldPassword()), wanted);
        if (door.isByCookie(request)) {
            door.signIn(actor.username(), wanted, request, response);
        }
        return ResponseEntity.noContent().build();
    }
}
