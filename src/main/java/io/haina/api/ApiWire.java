package io.haina.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.haina.filter.Slice;
import io.haina.problem.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that the native API reads and writes as JSON. Components are written as they are called. */
sealed interface ApiWire
        permits ActivitiesWire,
                BulkWire,
                AdminWire,
                ApprovalsWire,
                AppsWire,
                ContractsWire,
                ExportsWire,
                FieldDesignWire,
                FilesWire,
                HistoryWire,
                JobsWire,
                JournalWire,
                MembersWire,
                OutreachWire,
                OwnershipWire,
                PoolWire,
                RecordsWire,
                SalesWire,
                SatisfactionWire,
                ScenesWire,
                SearchWire,
                SessionWire,
                SettingsWire,
                StatsWire,
                TodayWire,
                ApiWire.Items,
                ApiWire.KnownDuplicate,
                ApiWire.Link,
                ApiWire.Listed,
                ApiWire.Trouble {

    /** A list, in an object so that it can be said more of it. */
    record Items<T extends ApiWire>(List<T> items) implements ApiWire {}

    /**
     * One page of a list.
     *
     * @param page from 1; null where the list is read on by a cursor, as are total and totalExact: nobody counts it again
     * @param size rows that a page has room for
     * @param total how many there are in all, or at least are
     * @param totalExact whether there are no more than {@code total}
     * @param next by which the next page is asked for where a list has cursors; else null
     */
    record Listed<T extends ApiWire>(
            List<T> items,
            @Nullable Integer page,
            int size,
            @Nullable Long total,
            @Nullable Boolean totalExact,
            @Nullable String next)
            implements ApiWire {

        static <T extends ApiWire> Listed<T> of(Slice<T> slice) {
            return new Listed<>(
                    slice.rows(), slice.page().number(), slice.page().size(), slice.total(), slice.exact(), null);
        }
    }

    /** Somebody or something by its id, with the name that people know it by. */
    record Link(long id, @Nullable String name) implements ApiWire {

        /** Null where there is none. */
        static @Nullable Link of(@Nullable Long id, @Nullable String name) {
            return id == null ? null : new Link(id, name);
        }
    }

    /**
     * The customer that stands in the way of another of the same name.
     *
     * @param matchType exact
     * @param name as it is registered, as is the owner's
     * @param inPool nobody holds it: it can be claimed
     */
    @Schema(name = "RegisteredCustomer")
    record KnownDuplicate(
            String matchType,
            @Nullable String name,
            @Nullable String owner,
            @Nullable String team,
            Instant reportedAt,
            boolean inPool)
            implements ApiWire {

        static KnownDuplicate of(Problem.DuplicateCustomer known) {
            return new KnownDuplicate(
                    "exact", known.name(), known.ownerName(), known.team(), known.reportedAt(), known.pooled());
        }
    }

    /**
     * Why something was not done: RFC 9457.
     *
     * @param type names the kind of problem, and stays the same whatever the words are
     * @param field the value that is wrong, where it is one
     * @param requestId by which the log and the audit know the request
     * @param duplicate of a customer that is registered already: which
     * @param limit of what is limited: how many
     * @param until of what is not yet: when
     * @param record of several that one order names: the one that stands in the way
     */
    @JsonInclude(Include.NON_NULL)
    @Schema(name = "Problem")
    record Trouble(
            String type,
            String title,
            int status,
            @Nullable String detail,
            String instance,
            @Nullable String field,
            @Nullable String requestId,
            @Nullable KnownDuplicate duplicate,
            @Nullable Integer limit,
            @Nullable Instant until,
            @Nullable Long record)
            implements ApiWire {}
}
