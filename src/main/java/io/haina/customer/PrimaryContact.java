package io.haina.customer;

import org.jspecify.annotations.Nullable;

/**
 * With whom one speaks at a customer, as it is said when the customer is registered; becomes its primary contact.
 *
 * @param phone null for none
 */
public record PrimaryContact(String name, @Nullable String phone) {

    /** Trimmed, empty as null. @throws io.haina.problem.Refused if the name is missing, or a value breaks a rule */
    public static PrimaryContact of(@Nullable String name, @Nullable String phone) {
        return new PrimaryContact(
                CustomerFields.CATALOG.requiredText(CustomerFields.CONTACT_NAME, name),
                CustomerFields.CATALOG.text(CustomerFields.CONTACT_PHONE, phone));
    }
}
