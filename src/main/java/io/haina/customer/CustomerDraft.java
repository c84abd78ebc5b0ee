package io.haina.customer;

import org.jspecify.annotations.Nullable;

/** What somebody reports about a customer, as it came in; checked by {@link Customers#report}. */
public record CustomerDraft(
        @Nullable String name,
        @Nullable String industry,
        @Nullable String region,
        @Nullable String source,
        @Nullable String demand,
        @Nullable String contactName,
        @Nullable String contactPhone) {

    /** The draft as it is stored: trimmed, empty as null. @throws io.haina.problem.Refused if a value breaks a rule */
    CustomerDraft checked() {
        var catalog = CustomerFields.CATALOG;
        return new CustomerDraft(
                catalog.requiredText(CustomerFields.NAME, name),
                catalog.text(CustomerFields.INDUSTRY, industry),
                catalog.text(CustomerFields.REGION, region),
                catalog.text(CustomerFields.SOURCE, source),
                catalog.text(CustomerFields.DEMAND, demand),
                catalog.text(CustomerFields.CONTACT_NAME, contactName),
                catalog.text(CustomerFields.CONTACT_PHONE, contactPhone));
    }
}
