package io.haina.ownership;

import io.haina.field.RecordKind;
import io.haina.sharing.Power;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How customers are handed over.
 *
 * @param formerStays what the former owner may do from then on, as a member; null if he leaves
 * @param along which records of the former owner go along: contacts, opportunities
 */
public record Handover(@Nullable Power formerStays, Set<RecordKind> along) {

    /** The former owner leaves, and the contacts go along. */
    static final Handover WHOLE = new Handover(null, Set.of(RecordKind.CONTACT));
}
