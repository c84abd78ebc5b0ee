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
 * @param contracts whether the former owner's contracts go along
 */
public record Handover(@Nullable Power formerStays, Set<RecordKind> along, boolean contracts) {

    /** One by which contracts stay whose they are. */
    public Handover(@Nullable Power formerStays, Set<RecordKind> along) {
        this(formerStays, along, false);
    }

    /** The former owner leaves, and the contacts go along. */
    static final Handover WHOLE = new Handover(null, Set.of(RecordKind.CONTACT));
}
