package io.haina.outreach;

import io.haina.lead.LeadFields;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a lead knows that an outreach record becomes. */
final class LeadDrafts {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{4,30}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,90}@[^@\\s]{1,100}");

    private static final int LONGEST_REMARK = 5000;

    private LeadDrafts() {}

    /** The contact becomes the phone number or the address that it looks like; what has no field of its own is remarked. */
    static Map<String, @Nullable Object> of(OutreachRecord record) {
        Map<String, @Nullable Object> draft = new HashMap<>();
        draft.put(LeadFields.NAME, record.name());
        String contact = record.contact();
        String other = null;
        if (contact != null && PHONE.matcher(contact).matches()) {
            draft.put(LeadFields.MOBILE, contact);
        } else if (contact != null && EMAIL.matcher(contact).matches()) {
            draft.put(LeadFields.EMAIL, contact);
        } else {
            other = contact;
        }
        draft.put(LeadFields.REMARK, remark(record.position(), other, record.notes()));
        return draft;
    }

    private static String remark(@Nullable String... parts) {
        String whole = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        int length = whole.codePointCount(0, whole.length());
        return length <= LONGEST_REMARK ? whole : whole.substring(0, whole.offsetByCodePoints(0, LONGEST_REMARK));
    }
}
