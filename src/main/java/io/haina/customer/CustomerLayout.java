package io.haina.customer;

import io.haina.database.Layout;
import io.haina.field.RecordKind;

/** Where filters find what they speak of in a statement that reads {@code customer c}. */
public final class CustomerLayout {

    public static final Layout LAYOUT = Layout.of(RecordKind.CUSTOMER, CustomerFields.CATALOG, new CustomerSearch());

    private CustomerLayout() {}
}
