package io.haina.customer;

import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.FieldType;
import java.util.List;

/** The built-in fields of a customer. */
public final class CustomerFields {

    public static final String NAME = "name";
    public static final String INDUSTRY = "industry";
    public static final String REGION = "region";
    public static final String SOURCE = "source";
    public static final String STATUS = "status";
    public static final String DEMAND = "demand";
    public static final String CONTACT_NAME = "contactName";
    public static final String CONTACT_PHONE = "contactPhone";

    /** The catalogue by which filters and drafts of customers are checked. */
    public static final FieldCatalog CATALOG = new FieldCatalog(List.of(
            Field.text(NAME, "c.name", 200).asRequired(),
            Field.text(INDUSTRY, "c.industry", 100),
            Field.text(REGION, "c.region", 100),
            Field.text(SOURCE, "c.source", 100),
            Field.of(STATUS, FieldType.CHOICE, "c.status"),
            Field.text(DEMAND, "c.demand", 5000),
            Field.text(CONTACT_NAME, "p.name", 100),
            Field.text(CONTACT_PHONE, "p.phone", 50)));

    private CustomerFields() {}
}
