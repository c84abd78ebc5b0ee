package io.haina.kind;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.catalog.CommonFields;
import io.haina.contact.ContactFields;
import io.haina.database.Grams;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.lead.LeadFields;
import io.haina.opportunity.OpportunityFields;
import io.haina.product.ProductFields;
import io.haina.record.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Finds records of any kind by words. */
@Service
public class Search {

    /** Of one kind. */
    private static final int MOST = 4;

    /** Fewer characters have no index, and mean nothing yet. */
    private static final int FEWEST_CHARACTERS = 2;

    private static final String NAME = "name";

    private final KindRecords records;
    private final Catalogs catalogs;

    Search(KindRecords records, Catalogs catalogs) {
        this.records = records;
        this.catalogs = catalogs;
    }

    /** The records last changed that have the words, some of each kind that the actor may list. */
    public List<Found> find(Actor actor, String words) {
        if (Grams.fold(words).codePoints().count() < FEWEST_CHARACTERS) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        for (RecordKind kind : RecordKind.values()) {
            FieldCatalog catalog = catalogs.of(actor, kind);
            Set<String> fields = new HashSet<>(Set.of(NAME));
            String detail = detail(kind);
            if (catalog.find(detail).isPresent()
                    && catalog.find(of(kind, detail)).isPresent()) {
                fields.add(detail);
            }
            for (Row row : records.found(actor, kind, words, fields, MOST)) {
                found.add(new Found(kind, row.id(), String.valueOf(row.text(NAME)), row.text(detail)));
            }
        }
        return found;
    }

    /** The field whose name a detail is: whoever does not see the one is not told the other. */
    private static String of(RecordKind kind, String detail) {
        return switch (kind) {
            case CUSTOMER -> CommonFields.OWNER_ID;
            case CONTACT -> ContactFields.CUSTOMER_ID;
            case OPPORTUNITY -> OpportunityFields.CUSTOMER_ID;
            case LEAD, PRODUCT -> detail;
        };
    }

    private static String detail(RecordKind kind) {
        return switch (kind) {
            case LEAD -> LeadFields.MOBILE;
            case CUSTOMER -> CommonFields.OWNER_NAME;
            case CONTACT -> ContactFields.CUSTOMER_NAME;
            case OPPORTUNITY -> OpportunityFields.CUSTOMER_NAME;
            case PRODUCT -> ProductFields.CODE;
        };
    }
}
