package io.haina.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.haina.filter.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that the native API reads and writes as JSON. Components are written as they are called. */
sealed interface ApiWire
        permits ActivitiesWire,
                AdminWire,
                ApprovalsWire,
                AppsWire,
                FieldDesignWire,
                FilesWire,
                JobsWire,
                MembersWire,
                OwnershipWire,
                PoolWire,
                RecordsWire,
                SalesWire,
                SessionWire,
                SettingsWire,
                StatsWire,
                TodayWire,
                ApiWire.Items,
                ApiWire.Link,
                ApiWire.Listed,
                ApiWire.Trouble {

    /** A list, in an object so that it can be said more of it. */
    record Items<T extends ApiWire>(List<T> items) implements ApiWire {}

    /**
     * One page of a list.
     *
     * @param page from 1
     * @param size rows that a page has room for
     * @param total how many there are in all, or at least are
     * @param totalExact whether there are no more than {@code total}
     * @param next by which the next page is asked for where a list has cursors; else null
     */
    record Listed<T extends ApiWire>(
            List<T> items,
            int page,
            int size,
            long total,
            boolean totalExact,
            @Nullable String next) implements ApiWire {

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
     * Why something was not done: RFC 9457.
     *
     * @param type names the kind of problem, and stays the same whatever the words are
     * @param field the value that is wrong, where it is one
     * @param requestId by which the log and the audit know the request
     */
    @JsonInclude(Include.NON_NULL)
    record Trouble(
            String type,
            String title,
            int status,
            @Nullable String detail,
            String instance,
            @Nullable String field,
            @Nullable String requestId)
            implements ApiWire {}
}
