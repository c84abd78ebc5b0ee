package io.haina.dialect.wukong;

import io.haina.field.RecordKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The keys of rows that are the document's. They stay the document's whatever a company calls a field of its own, and whether
 * or not somebody sees the built-in one.
 */
final class KeyNames {

    private static final Set<String> OF_ALL = keys("""
            batchId fieldBatchId companyId star createTime createUserId createUserName ownerUserId ownerUserName updateTime
            name remark status""");

    private static final Map<RecordKind, Set<String>> OF_KIND = new EnumMap<>(Map.of(
            RecordKind.LEAD,
            keys("""
                    leadsId leadsName mobile telephone email address nextTime lastTime lastContent isTransform convertedAt
                    customerId followup oldLeadsId"""),
            RecordKind.CUSTOMER,
            keys("""
                    customerId customerName mobile telephone website email address detailAddress location lng lat category
                    nextTime lastTime lastContent dealStatus dealTime isLock receiveTime protectedUntil poolTime poolId
                    poolDay isPool isReceive preOwnerUserId contactsId contactsName contactsMobile contactsAddress
                    businessCount followup oldCustomerId roUserId rwUserId"""),
            RecordKind.CONTACT,
            keys("""
                    contactsId customerId customerName mobile telephone email address post nickname avatarUrl category
                    primary nextTime lastTime lastContent oldContactsId"""),
            RecordKind.OPPORTUNITY,
            keys("""
                    businessId businessName customerId customerName contactsId money dealDate typeId typeName statusId
                    statusName statusRemark isEnd rate progressBar discountRate totalPrice nextTime lastTime lastContent
                    oldBusinessId roUserId rwUserId"""),
            RecordKind.PRODUCT,
            keys("productId num price categoryName description")));

    /** By these go the fields whose names are taken. */
    private static final Pattern OF_FIELDS = Pattern.compile("f[0-9]+");

    private KeyNames() {}

    private static Set<String> keys(String names) {
        return Set.of(names.split("\\s+"));
    }

    /** Whether rows of a kind have such a key, in snake_case too, that is no company's own. */
    static boolean isTaken(RecordKind kind, String label) {
        String key = RecordNames.camel(label);
        return OF_ALL.contains(key)
                || OF_KIND.getOrDefault(kind, Set.of()).contains(key)
                || OF_FIELDS.matcher(label).matches();
    }
}
