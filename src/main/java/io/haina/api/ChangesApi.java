package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ChangesWire.Changes;
import io.haina.dialect.Inputs;
import io.haina.field.RecordKind;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.trail.Cursor;
import io.haina.trail.Feed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to the records that one sees, in order and without gaps. */
@RestController
@Tag(name = "changes", description = "The feed of changes")
class ChangesApi {

    private static final String NOW = "now";
    private static final int USUAL = 100;
    private static final int MOST = 500;

    private final Feed feed;

    ChangesApi(Feed feed) {
        this.feed = feed;
    }

    @GetMapping("/api/v1/changes")
    @Operation(summary = "What happened since a cursor, in the order of the transactions, none left out")
    Changes list(
            Actor actor,
            @RequestParam(required = false)
                    @Parameter(description = "the `next` of the answer before; `now` for a cursor to begin with")
                    @Nullable
                    String since,
            @RequestParam(required = false)
                    @Parameter(description = "of these kinds only, with commas between")
                    @Nullable
                    String kinds,
            @RequestParam(required = false) @Nullable String size) {
        if (NOW.equals(since)) {
            return Changes.of(feed.now(actor));
        }
        String cursor = Inputs.text("since", since);
        int items = Inputs.integer("size", size, USUAL);
        if (items < 1 || items > MOST) {
            throw new Refused(new Problem.Invalid("size", Rule.OUT_OF_RANGE, MOST));
        }
        return Changes.of(feed.after(actor, cursor == null ? null : Cursor.of("since", cursor), kinds(kinds), items));
    }

    private static Set<RecordKind> kinds(@Nullable String text) {
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        String words = Inputs.text("kinds", text);
        if (words != null) {
            for (String word : words.split(",", -1)) {
                kinds.add(ApiNames.namedKind("kinds", word.strip()));
            }
        }
        return kinds;
    }
}
