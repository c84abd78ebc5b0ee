package io.haina.integration;

import io.haina.customer.ContactWay;
import io.haina.customer.WayKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What another system says of a customer, as it came in.
 *
 * @param values by the names of the core's fields
 * @param ways the kinds that it names, each with all that there is to be
 * @param owner a person's number, or a pool's; null where it says nothing
 * @param pool a pool's number; of no meaning with an owner
 * @param reason what is said of a customer that goes into a pool by this
 */
public record ExternalDraft(
        Map<String, ? extends @Nullable Object> values,
        Map<WayKind, List<ContactWay>> ways,
        @Nullable Long owner,
        @Nullable Long pool,
        String reason) {}
