package io.haina.dialect.eartip;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.haina.catalog.CommonFields;
import io.haina.contact.ContactFields;
import io.haina.customer.KnownCustomer;
import io.haina.record.Row;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The shapes of customers, who are the core's contacts, and of their organizations, which are its customers. */
sealed interface CustomerWire extends EartipWire {

    /** Which customers are asked for. */
    record Customers(
            @Nullable String name,
            @JsonProperty("organization_id") @Nullable Long organizationId,
            @Nullable String phoneNumber,
            @Nullable Integer page,
            @Nullable Integer count)
            implements CustomerWire {}

    /** A person at an organization. */
    record Customer(
            long id,
            long type,
            String nickName,
            String realName,
            String avatar,
            String phoneNumber,
            String job,
            int sex,
            @JsonProperty("organization_id") @Nullable Long organizationId,
            String organization,
            @Nullable String createTime,
            @Nullable String updateTime,
            int status)
            implements CustomerWire {

        private static final long USUAL_TYPE = 2;

        /** @param sexField the company's own field that says so; null where there is none */
        static Customer of(Row row, @Nullable String sexField, ZoneId zone) {
            Long category = row.whole(ContactFields.CATEGORY);
            String name = EartipNames.text(row.text(ContactFields.NAME));
            String nickname = row.text(ContactFields.NICKNAME);
            return new Customer(
                    row.id(),
                    category == null ? USUAL_TYPE : category,
                    nickname == null ? name : nickname,
                    name,
                    EartipNames.text(row.text(ContactFields.AVATAR_URL)),
                    EartipNames.text(row.text(ContactFields.MOBILE)),
                    EartipNames.text(row.text(ContactFields.POST)),
                    EartipNames.sexOfWord(sexField == null ? null : row.get(sexField)),
                    row.whole(ContactFields.CUSTOMER_ID),
                    EartipNames.text(row.text(ContactFields.CUSTOMER_NAME)),
                    EartipNames.timeOrNull(row.instant(CommonFields.CREATED_AT), zone),
                    EartipNames.timeOrNull(row.instant(CommonFields.UPDATED_AT), zone),
                    1);
        }
    }

    /** A new customer, or with {@code id} what changes about one; {@code status} 0 deletes. */
    record CustomerWish(
            @Nullable Long id,
            @Nullable Long type,
            @Nullable String nickName,
            @Nullable String realName,
            @Nullable String avatar,
            @Nullable String phoneNumber,
            @Nullable String job,
            @Nullable Integer sex,
            @JsonProperty("organization_id") @Nullable Long organizationId,
            @Nullable Integer status)
            implements CustomerWire {}

    /** Which organizations are asked for: {@code status} 0 deleted, 1 not deleted, 2 both. */
    record Organizations(
            @Nullable String name,
            @Nullable String status,
            @Nullable Integer page,
            @Nullable Integer count) implements CustomerWire {}

    /** A company. */
    record Organization(
            long id, long type, String groupName, String groupDetail, int status, String createTime, String updateTime)
            implements CustomerWire {

        private static final long USUAL_TYPE = 1;

        static Organization of(KnownCustomer customer, ZoneId zone) {
            Instant changed = customer.updatedAt();
            return new Organization(
                    customer.id(),
                    customer.category() == null ? USUAL_TYPE : customer.category(),
                    customer.name(),
                    EartipNames.text(customer.remark()),
                    customer.deleted() ? 0 : 1,
                    EartipNames.time(customer.createdAt(), zone),
                    EartipNames.time(changed, zone));
        }
    }

    /** A new organization, or with {@code id} what changes about one; {@code status} 0 deletes. */
    record OrganizationWish(
            @Nullable Long id,
            @Nullable Long type,
            @Nullable String groupName,
            @Nullable String groupDetail,
            @Nullable Integer status)
            implements CustomerWire {}
}
