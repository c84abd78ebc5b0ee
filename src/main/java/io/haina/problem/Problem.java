package io.haina.problem;

import io.haina.tenant.AppRight;
import io.haina.tenant.Role;
import io.haina.tenant.TokenScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Why the core refuses a request: facts only. A dialect words each in one exhaustive switch, so that a new problem does
 * not compile until every dialect has a word for it.
 */
public sealed interface Problem {

    /** No credential was sent. */
    record NoCredential() implements Problem {}

    /** The credential is forged, expired, revoked, or belongs to somebody who may no longer sign in. */
    record BadCredential() implements Problem {}

    /** Two credentials of different people came with one request. */
    record ConflictingCredentials() implements Problem {}

    /** A browser sent its cookie, but not on behalf of one of the own pages as far as it says. */
    record CrossSite() implements Problem {}

    /** Of several records that one order names, this one stands in its way; nothing was done. */
    record RecordRefused(long id, Problem why) implements Problem {}

    /** User name or password is wrong; which of them is not told. */
    record BadPassword() implements Problem {}

    /** What may well be done later. */
    sealed interface Later extends Problem {

        /** How long to wait. */
        Duration delay();
    }

    /**
     * Too many failures for this name, whether it exists or not.
     *
     * @param delay until the next try is looked at
     */
    record TooManyFailures(Duration delay) implements Later {}

    /** The password is right, but the account is disabled. */
    record AccountDisabled() implements Problem {}

    /** The old password that must be given to set a new one is wrong. */
    record WrongOldPassword() implements Problem {}

    /** The use case is open to other roles only. */
    record RoleRequired(Set<Role> roles) implements Problem {}

    /**
     * A token is not for this.
     *
     * @param scope what it would take; null where no token may do it
     */
    record ScopeRequired(@Nullable TokenScope scope) implements Problem {}

    /** What comes after a cursor of the change feed is no longer kept in full. */
    record CursorTooOld() implements Problem {}

    /** A signed request whose signature, or what belongs to it, does not hold. */
    record SignatureRefused(SignatureFault fault) implements Problem {}

    /** An app asks from an address that it was not given. */
    record AddressRefused() implements Problem {}

    /**
     * An app asks more often than it may.
     *
     * @param delay until the next request is served
     */
    record RateExceeded(Duration delay) implements Later {}

    /**
     * An app was not given the right to this.
     *
     * @param right which; null where no app may do it
     */
    record AppRightRequired(@Nullable AppRight right) implements Problem {}

    /** There is no such record, or the actor may not see it: the two are not told apart. */
    record NotFound(Kind kind) implements Problem {}

    /**
     * One input value breaks a rule.
     *
     * @param field the core's name, or a key as it was sent
     * @param bound what the rule names, or null
     * @param isSent whether the field, and the bound, are the client's own words
     */
    record Invalid(String field, Rule rule, @Nullable Object bound, boolean isSent) implements Problem {
        public Invalid(String field, Rule rule, @Nullable Object bound) {
            this(field, rule, bound, false);
        }

        public Invalid(String field, Rule rule) {
            this(field, rule, null);
        }

        /** A key or word of the client's own breaks a rule. */
        public static Invalid sent(String key, Rule rule) {
            return new Invalid(key, rule, null, true);
        }

        /**
         * The name as the client knows it.
         *
         * @param words a document's words for the core's names
         */
        public String named(UnaryOperator<String> words) {
            return isSent ? field : words.apply(field);
        }
    }

    /**
     * A list that would cost everybody too much.
     *
     * @param sorted records that can be put into an order which no index gives; null where looking took too long
     */
    record TooBroad(@Nullable Integer sorted) implements Problem {}

    /** The body is not what its content type says. */
    record Unreadable() implements Problem {}

    /** The body or file is larger than allowed. */
    record TooLarge(long maximumBytes) implements Problem {}

    /** A file whose content is of no accepted type. */
    record FileTypeRefused() implements Problem {}

    /** A user name or phone number that signs somebody else in already. */
    record SignInNameTaken(String field) implements Problem {}

    /**
     * The same customer is registered already.
     *
     * @param name as it is registered; null where it has gone meanwhile
     * @param pooled nobody holds it: it can be claimed
     */
    record DuplicateCustomer(
            @Nullable String name,
            @Nullable String ownerName,
            @Nullable String team,
            Instant reportedAt,
            boolean pooled)
            implements Problem {}

    /** The actor has made all claims that a day allows. */
    record ClaimQuotaUsed(int limit) implements Problem {}

    /** The actor holds as many customers as the tenant allows. */
    record HoldingLimitReached(int limit) implements Problem {}

    /** The former owner may not claim the customer back yet. */
    record CoolingDown(Instant until) implements Problem {}

    /** The customer is in the pool: it must be claimed first. */
    record InPool() implements Problem {}

    /** The customer is held by somebody, so it cannot be claimed. */
    record NotInPool() implements Problem {}

    /** The actor holds the customer already. */
    record AlreadyOwner() implements Problem {}

    /** A locked customer is neither released nor moved. */
    record CustomerLocked() implements Problem {}

    /** A won customer is not given back to the pool. */
    record CustomerWon() implements Problem {}

    /** Only the owner may ask for this. */
    record NotOwner() implements Problem {}

    /** The protection in question has ended. */
    record ProtectionEnded() implements Problem {}

    /** Nobody decides a request of their own. */
    record OwnRequest() implements Problem {}

    /** The request was decided before. */
    record AlreadyDecided() implements Problem {}

    /** What the request was about is no longer so: another holds the customer, or nobody. */
    record RequestOutdated() implements Problem {}

    /** Another record has the value of a field whose values occur once. */
    record ValueTaken(Kind kind, String field, String label) implements Problem {}

    /** The role sees the field but may not set it. */
    record FieldReadOnly(String label) implements Problem {}

    /** Changing or deleting the field would lose values, and the request does not say that it may. */
    record ValuesWouldBeLost(String label, long records) implements Problem {}

    /** The request was meant for the record as it was, and another has changed it since. */
    record ChangedMeanwhile() implements Problem {}

    /** Other records rest on it, so it cannot be deleted. */
    record RecordInUse(Kind kind) implements Problem {}

    /** What it belongs to is deleted, so it cannot be there without. */
    record RestsOnDeleted(Kind kind) implements Problem {}

    /**
     * A change is not undone, because some of what it changed has changed again.
     *
     * @param fields the core's names
     */
    record ChangedSince(List<String> fields) implements Problem {}

    /** Nothing of it can be written back. */
    record NotRestorable() implements Problem {}

    /** A lead becomes a customer once. */
    record AlreadyConverted() implements Problem {}

    /**
     * A file that is no harmless spreadsheet within the limits.
     *
     * @param bound what the fault names, or null
     */
    record SheetRefused(SheetFault fault, @Nullable Long bound) implements Problem {}

    /** What depends on a job's end was asked for before it. */
    record JobNotFinished() implements Problem {}

    /** The import or handover was undone before, or is being undone. */
    record AlreadyUndone() implements Problem {}

    /** What has ended does not end again; a move to a stage opens it. */
    record OpportunityEnded() implements Problem {}

    /** The program's own scenes are neither changed, deleted nor hidden. */
    record SceneOfSystem() implements Problem {}

    /** The key that makes a request count once came before with another request. */
    record KeyReused() implements Problem {}

    /**
     * A link that should open by itself does not.
     *
     * @param expired it was a good one once; else it never was
     */
    record LinkRefused(boolean expired) implements Problem {}

    /** No such path. */
    record NoSuchPath() implements Problem {}

    /** The path exists, but not with this method. */
    record MethodNotAllowed(Set<String> allowed) implements Problem {}

    /** The body comes in a media type that the path does not read. */
    record MediaTypeRefused() implements Problem {}

    /**
     * The database is away, or more ask than the server serves in time, or a change was undone for another's sake.
     *
     * @param delay after which to try again
     */
    record Unavailable(Duration delay) implements Later {}

    /** The server failed; nothing about it is told but the request's id. */
    record Failure(String requestId) implements Problem {}

    /** A kind of record that can be missing. */
    enum Kind {
        CUSTOMER,
        STAFF,
        APPROVAL,
        ATTACHMENT,
        LEAD,
        CONTACT,
        OPPORTUNITY,
        PRODUCT,
        PIPELINE,
        SCENE,
        FIELD,
        POOL,
        DEPARTMENT,
        TEAM,
        MENU_ITEM,
        JOB,
        HANDOVER,
        OUTREACH,
        APP,
        TOKEN,
        CHANGE,
        CONTRACT,
        SATISFACTION,
        ACTIVITY,
        DEMAND
    }

    /** Why a signed request is not believed, in the order in which it is looked at. */
    enum SignatureFault {
        /** A header is missing, stands there twice, or is none that could be meant. */
        HEADERS,
        /** A version of signing that is not spoken here. */
        VERSION,
        /** There is no such app, or it is disabled. */
        APP,
        /** The clocks differ too much, or the request is an old one. */
        TIMESTAMP,
        /** The signature is not the one that the app's secret makes. */
        SIGNATURE,
        /** The request was sent before. */
        NONCE
    }

    /** Why a spreadsheet is not read. */
    enum SheetFault {
        NOT_A_SHEET,
        NO_HEADER,
        DAMAGED,
        ENCRYPTED,
        MACROS,
        EMBEDDED,
        ENTITIES,
        /** Small as a file, huge when unpacked. */
        INFLATED,
        TOO_MANY_COLUMNS,
        TOO_MANY_ROWS,
        CELL_TOO_LONG
    }

    /** The rules that one value can break. */
    enum Rule {
        REQUIRED,
        WRONG_TYPE,
        TOO_LONG,
        TOO_SHORT,
        NOT_A_CHOICE,
        OUT_OF_RANGE,
        MALFORMED,
        UNKNOWN,
        FORBIDDEN_CHARACTER
    }
}
