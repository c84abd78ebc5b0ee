package io.haina.catalog;

import io.haina.database.Layout;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import java.util.List;

/**
 * What the program knows of a kind of record: its table is the kind's key, with tenant_id, id, uuid, owner_id, team_id,
 * custom, updated_at and deleted_at. Each domain package declares its own as a bean.
 *
 * @param fields the built-in fields; what is derived is read by a subquery, so that every field can be filtered and sorted by
 * @param aside built-in fields that few ask for: they can be filtered and set like the others, and are read with the whole only
 * @param search how the words of a search box are looked for
 * @param searched names of the text fields whose words a record is found by
 */
public record RecordType(
        RecordKind kind, List<Field> fields, List<Field> aside, Layout.TextSearch search, List<String> searched) {

    /** A kind without fields aside. */
    public RecordType(RecordKind kind, List<Field> fields, Layout.TextSearch search, List<String> searched) {
        this(kind, fields, List.of(), search, searched);
    }

    public RecordType {
        fields = List.copyOf(fields);
        aside = List.copyOf(aside);
        searched = List.copyOf(searched);
    }

    /** Where filters find what they speak of, with the fields of a tenant's catalogue. */
    public Layout layout(FieldCatalog catalog) {
        return Layout.of(kind, catalog, search);
    }
}
