package io.haina.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The chapter on finding: what a palette of commands and a picker of people offer. */
sealed interface SearchWire extends ApiWire {

    /**
     * Something that was found.
     *
     * @param kind of record, in the plural
     * @param detail what tells it from others of the name
     */
    @Schema(name = "FoundRecord")
    record Finding(
            String kind, long id, String name, @Nullable String detail) implements SearchWire {}

    /** Somebody to choose. */
    @Schema(name = "PersonName")
    record Person(long id, String name, @Nullable String team) implements SearchWire {}
}
