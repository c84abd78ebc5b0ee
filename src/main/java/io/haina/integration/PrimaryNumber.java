package io.haina.integration;

import io.haina.access.Permit;
import io.haina.contact.ContactFields;
import io.haina.customer.ContactWay;
import io.haina.customer.ContactWays;
import io.haina.customer.CustomerFields;
import io.haina.customer.CustomerRecordFields;
import io.haina.customer.WayKind;
import io.haina.field.RecordKind;
import io.haina.record.Records;
import io.haina.record.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the number of a customer's primary contact one with the numbers that are written of the customer: a reader sees it
 * among them, so a writer who leaves it out takes it away, and one who names another instead has corrected it.
 */
@Component
class PrimaryNumber {

    private final Records records;

    PrimaryNumber(Records records) {
        this.records = records;
    }

    /**
     * Lets the contact follow what was written, in the caller's transaction, which has locked the customer.
     *
     * @param row the customer as it was
     * @param written all its ways, as they are to be read
     * @return what of it is the customer's own
     */
    ContactWays follow(Permit permit, Row row, ContactWays written) {
        Long contact = row.whole(CustomerRecordFields.CONTACT_ID);
        String was = row.text(CustomerFields.CONTACT_PHONE);
        if (contact == null || was == null) {
            return written;
        }
        List<ContactWay> mobiles = written.of(WayKind.MOBILE);
        String phone = was;
        if (mobiles.stream().noneMatch(way -> way.value().equals(was))) {
            phone = instead(ContactWays.own(row).of(WayKind.MOBILE), mobiles);
            Map<String, @Nullable Object> draft = new HashMap<>();
            draft.put(ContactFields.MOBILE, phone);
            records.change(
                    permit,
                    RecordKind.CONTACT,
                    contact,
                    records.read(permit, RecordKind.CONTACT, draft),
                    Map.of(),
                    "change");
        }
        return without(
                written, new ContactWay(Objects.requireNonNullElse(phone, ""), row.text(CustomerFields.CONTACT_NAME)));
    }

    /** The first number that is new, or none. */
    private static @Nullable String instead(List<ContactWay> own, List<ContactWay> mobiles) {
        List<String> known = own.stream().map(ContactWay::value).toList();
        return mobiles.stream()
                .map(ContactWay::value)
                .filter(value -> !known.contains(value))
                .findFirst()
                .orElse(null);
    }

    /** What reads the same without being written down, because the contact's number is read last, under the contact's name. */
    private static ContactWays without(ContactWays written, ContactWay last) {
        List<ContactWay> mobiles = new ArrayList<>(written.of(WayKind.MOBILE));
        if (!mobiles.isEmpty() && mobiles.getLast().equals(last)) {
            mobiles.removeLast();
            return written.with(Map.of(WayKind.MOBILE, mobiles));
        }
        return written;
    }
}
