package io.haina.integration;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.catalog.Catalogs;
import io.haina.catalog.FieldOrigins;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import org.springframework.stereotype.Service;

/** Which fields customers have, for other systems. */
@Service
public class ExternalFields {

    private final Catalogs catalogs;

    ExternalFields(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /** All fields, with those that stand aside, and where they come from. */
    public record Fields(FieldCatalog catalog, FieldOrigins origins) {}

    /** All fields of customers. */
    public Fields list(Actor actor) {
        Scoped scoped = Access.scoped(actor, UseCase.EXTERNAL_FIELDS);
        return new Fields(
                catalogs.of(actor, RecordKind.CUSTOMER).whole(), catalogs.origins(scoped, RecordKind.CUSTOMER));
    }
}
