package io.haina.api;

import io.haina.api.ApiWire.KnownDuplicate;
import io.haina.api.ApiWire.Trouble;
import io.haina.audit.RequestId;
import io.haina.dialect.Asked;
import io.haina.dialect.Wording;
import io.haina.problem.Problem;
import io.haina.tenant.TokenScope;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The native API's words and statuses for every problem, as {@code application/problem+json}. */
final class ApiErrors implements Wording {

    private static final String TYPES = "urn:haina:problem:";

    /** What a problem is called, how grave it is, and what is said of it. */
    private record Told(
            HttpStatus status,
            String type,
            String title,
            @Nullable String detail,
            @Nullable String field) {

        Told(HttpStatus status, String type, String title) {
            this(status, type, title, null, null);
        }

        Told(HttpStatus status, String type, String title, @Nullable String detail) {
            this(status, type, title, detail, null);
        }
    }

    @Override
    public ResponseEntity<Trouble> answer(Problem problem, Asked asked) {
        return problem instanceof Problem.RecordRefused(long id, Problem why)
                ? answer(why, id, asked)
                : answer(problem, null, asked);
    }

    private static ResponseEntity<Trouble> answer(Problem problem, @Nullable Long record, Asked asked) {
        Told told = told(problem);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(told.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        switch (problem) {
            case Problem.NoCredential(), Problem.BadCredential() ->
                answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case Problem.Later later ->
                answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Wording.seconds(later.delay())));
            case Problem.MethodNotAllowed(Set<String> allowed)
            when !allowed.isEmpty() -> answer.header(HttpHeaders.ALLOW, listed(allowed));
            default -> {}
        }
        return answer.body(new Trouble(
                TYPES + told.type(),
                told.title(),
                told.status().value(),
                told.detail(),
                asked.path(),
                told.field(),
                problem instanceof Problem.Failure(String requestId) ? requestId : RequestId.current(),
                problem instanceof Problem.DuplicateCustomer duplicate ? KnownDuplicate.of(duplicate) : null,
                limit(problem),
                problem instanceof Problem.CoolingDown cooling ? cooling.until() : null,
                record));
    }

    private static @Nullable Integer limit(Problem problem) {
        return switch (problem) {
            case Problem.ClaimQuotaUsed(int limit) -> limit;
            case Problem.HoldingLimitReached(int limit) -> limit;
            default -> null;
        };
    }

    private static Told told(Problem problem) {
        return switch (problem) {
            case Problem.RecordRefused(long _, Problem why) -> told(why);
            case Problem.NoCredential() -> unauthorized("not-signed-in", "Sign in first");
            case Problem.BadCredential() -> unauthorized("bad-token", "The token is not valid, or no longer");
            case Problem.BadPassword() -> unauthorized("bad-password", "User name or password is wrong");
            case Problem.SignatureRefused(Problem.SignatureFault fault) ->
                unauthorized("signature-refused", "The signature is refused: " + ApiNames.word(fault));
            case Problem.ConflictingCredentials() ->
                bad("conflicting-credentials", "The request has credentials of two");
            case Problem.WrongOldPassword() -> bad("wrong-old-password", "The old password is wrong");
            case Problem.Invalid invalid -> invalid(invalid);
            case Problem.Unreadable() -> bad("unreadable", "The request cannot be read");
            case Problem.SheetRefused(Problem.SheetFault fault, Long _) ->
                bad("sheet-refused", "The file is not read: " + ApiNames.word(fault));
            case Problem.AccountDisabled() -> forbidden("account-disabled", "The account is disabled");
            case Problem.AddressRefused() -> forbidden("address-refused", "Not from this address");
            case Problem.RoleRequired(Set<?> _) -> forbidden("role-required", "The role has no part in this");
            case Problem.AppRightRequired _ -> forbidden("right-required", "The app has not this right");
            case Problem.NotOwner() -> forbidden("not-owner", "Only the owner may do this");
            case Problem.CrossSite() ->
                forbidden("cross-site", "With the cookie: from own pages only, and with the header X-Haina-Request");
            case Problem.ScopeRequired(TokenScope scope) ->
                new Told(
                        HttpStatus.FORBIDDEN,
                        "scope-required",
                        scope == null ? "This takes a sign-in, not a token" : "The token has not this scope",
                        scope == null ? null : ApiNames.word(scope));
            case Problem.CursorTooOld() ->
                new Told(HttpStatus.GONE, "cursor-too-old", "What comes after this cursor is no longer kept in full");
            case Problem.OwnRequest() -> forbidden("own-request", "Nobody decides a request of their own");
            case Problem.FieldReadOnly(String label) ->
                new Told(HttpStatus.FORBIDDEN, "read-only", "The field may not be set", label);
            case Problem.SceneOfSystem() -> forbidden("scene-of-system", "The program's scenes stay as they are");
            case Problem.LinkRefused(boolean expired) ->
                forbidden("link-refused", expired ? "The link has expired" : "The link is not valid");
            case Problem.NotFound(Problem.Kind kind) ->
                new Told(HttpStatus.NOT_FOUND, "not-found", "There is no such " + ApiNames.word(kind));
            case Problem.NoSuchPath() ->
                new Told(HttpStatus.NOT_FOUND, "no-such-path", "There is nothing at this path");
            case Problem.MethodNotAllowed(Set<String> allowed) ->
                new Told(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "Not with this method", listed(allowed));
            case Problem.MediaTypeRefused() ->
                new Told(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-type", "The body is of another type than this takes");
            case Problem.FileTypeRefused() ->
                new Told(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "file-type", "A file of this type is not taken");
            case Problem.TooBroad(Integer sorted) ->
                new Told(
                        HttpStatus.BAD_REQUEST,
                        "too-broad",
                        "Too many records for this order or these conditions",
                        sorted == null
                                ? "looking took too long: narrow the list"
                                : "by this field at most " + sorted + " records are sorted: narrow the list");
            case Problem.TooLarge(long bytes) ->
                new Told(HttpStatus.CONTENT_TOO_LARGE, "too-large", "Too large", "at most " + bytes + " bytes");
            case Problem.TooManyFailures(Duration delay) ->
                wait(HttpStatus.TOO_MANY_REQUESTS, "too-many-failures", "Too many failures", delay);
            case Problem.RateExceeded(Duration delay) ->
                wait(HttpStatus.TOO_MANY_REQUESTS, "rate-exceeded", "Too many requests", delay);
            case Problem.ClaimQuotaUsed(int limit) ->
                new Told(HttpStatus.CONFLICT, "claim-quota-used", "No more claims today", "at most " + limit);
            case Problem.HoldingLimitReached(int limit) ->
                new Told(HttpStatus.CONFLICT, "holding-limit", "No more customers can be held", "at most " + limit);
            case Problem.CoolingDown cooling ->
                new Told(HttpStatus.CONFLICT, "cooling-down", "Not yet", "from " + cooling.until() + " on");
            case Problem.ValueTaken(Problem.Kind _, String field, String label) ->
                new Told(HttpStatus.CONFLICT, "value-taken", "Another record has this value", label, field);
            case Problem.ValuesWouldBeLost(String label, long records) ->
                new Told(HttpStatus.CONFLICT, "values-would-be-lost", "Values would be lost", label + ": " + records);
            case Problem.RecordInUse(Problem.Kind kind) ->
                new Told(HttpStatus.CONFLICT, "in-use", "Other records rest on this " + ApiNames.word(kind));
            case Problem.RestsOnDeleted(Problem.Kind kind) ->
                new Told(HttpStatus.CONFLICT, "rests-on-deleted", "Restore its " + ApiNames.word(kind) + " first");
            case Problem.ChangedSince(List<String> fields) ->
                new Told(HttpStatus.CONFLICT, "changed-since", "It was changed again since", String.join(", ", fields));
            case Problem.NotRestorable() -> conflict("not-restorable", "There is nothing that could be written back");
            case Problem.SignInNameTaken(String field) ->
                new Told(
                        HttpStatus.CONFLICT,
                        "sign-in-name-taken",
                        "Another signs in by this",
                        null,
                        ApiNames.field(field));
            case Problem.ChangedMeanwhile() ->
                new Told(
                        HttpStatus.PRECONDITION_FAILED,
                        "changed-meanwhile",
                        "The record has changed since it was read");
            case Problem.DuplicateCustomer _ -> conflict("duplicate-customer", "The customer is registered already");
            case Problem.InPool() -> conflict("in-pool", "The customer is in the pool");
            case Problem.NotInPool() -> conflict("not-in-pool", "The customer is not in the pool");
            case Problem.AlreadyOwner() -> conflict("already-owner", "The customer is held by the same person already");
            case Problem.CustomerLocked() -> conflict("locked", "The customer is locked");
            case Problem.CustomerWon() -> conflict("won", "A won customer stays with its owner");
            case Problem.ProtectionEnded() -> conflict("protection-ended", "The protection has ended");
            case Problem.AlreadyDecided() -> conflict("already-decided", "This was decided before");
            case Problem.RequestOutdated() -> conflict("outdated", "What was asked for is no longer so");
            case Problem.AlreadyConverted() -> conflict("already-converted", "A lead is converted once");
            case Problem.JobNotFinished() -> conflict("job-not-finished", "The job has not ended");
            case Problem.AlreadyUndone() -> conflict("already-undone", "The import was undone before");
            case Problem.OpportunityEnded() -> conflict("opportunity-ended", "The opportunity has ended");
            case Problem.KeyReused() -> conflict("key-reused", "The Idempotency-Key came with another request");
            case Problem.Unavailable(Duration delay) ->
                wait(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "The server is busy", delay);
            case Problem.Failure _ -> new Told(HttpStatus.INTERNAL_SERVER_ERROR, "failure", "The server failed");
        };
    }

    private static Told bad(String type, String title) {
        return new Told(HttpStatus.BAD_REQUEST, type, title);
    }

    private static Told unauthorized(String type, String title) {
        return new Told(HttpStatus.UNAUTHORIZED, type, title);
    }

    private static Told forbidden(String type, String title) {
        return new Told(HttpStatus.FORBIDDEN, type, title);
    }

    private static Told wait(HttpStatus status, String type, String title, Duration delay) {
        return new Told(status, type, title, "wait " + Wording.seconds(delay) + " s");
    }

    private static Told conflict(String type, String title) {
        return new Told(HttpStatus.CONFLICT, type, title);
    }

    private static Told invalid(Problem.Invalid invalid) {
        String rule = invalid.rule().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String field = invalid.named(ApiNames::field);
        return new Told(
                HttpStatus.BAD_REQUEST,
                "invalid",
                "A value breaks a rule",
                field + ": " + rule + (invalid.bound() == null ? "" : " (" + invalid.bound() + ")"),
                field);
    }

    private static String listed(Set<String> allowed) {
        return allowed.stream().sorted().collect(Collectors.joining(", "));
    }
}
