package io.haina.dialect.eartip;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.contact.ContactFields;
import io.haina.contact.Contacts;
import io.haina.dialect.Inputs;
import io.haina.dialect.Sent;
import io.haina.dialect.eartip.CustomerWire.Customer;
import io.haina.dialect.eartip.CustomerWire.CustomerWish;
import io.haina.dialect.eartip.EartipWire.Listed;
import io.haina.dialect.eartip.EartipWire.Made;
import io.haina.dialect.eartip.EartipWire.MadeId;
import io.haina.field.Field;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Operator;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.Order;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Document 001, customers: the people whom one speaks to, the core's contacts. It shows the list only. */
@RestController
@Tag(name = "customers", description = "客户")
class CustomersApi {

    /** The field that every company begins with, and may take away. */
    private static final String SEX = "性别";

    private final Contacts contacts;
    private final Catalogs catalogs;

    CustomersApi(Contacts contacts, Catalogs catalogs) {
        this.contacts = contacts;
        this.catalogs = catalogs;
    }

    @GetMapping("/api/customers/customers")
    @Operation(summary = "客户(人)列表,按修改时间从新到旧")
    Listed<Customer> list(Actor actor, @Sent CustomerWire.Customers asked) {
        List<Filter> wishes = new ArrayList<>();
        String name = EartipFilters.words(asked.name());
        if (name != null) {
            wishes.add(new Filter.SearchAround(name));
        }
        String phone = Inputs.text("phoneNumber", asked.phoneNumber());
        if (phone != null) {
            wishes.add(new Filter.Search(phone));
            wishes.add(new Filter.Match(ContactFields.MOBILE, Operator.CONTAINS, List.of(phone)));
        }
        if (asked.organizationId() != null) {
            wishes.add(new Filter.Is(ContactFields.CUSTOMER_ID, Set.of(asked.organizationId())));
        }
        String sex = sex(actor).map(Field::name).orElse(null);
        return Listed.of(
                contacts.list(actor, Filter.all(wishes), EartipFilters.page(asked.page(), asked.count()), Order.NEWEST)
                        .map(row -> Customer.of(row, sex, actor.tenant().zone())));
    }

    @PostMapping("/api/customers/customers")
    @Operation(summary = "新增客户(不传 id)、修改客户(传 id)、删除客户(status 为 0)")
    Made<MadeId> save(Actor actor, @Sent CustomerWish wish) {
        Boolean kept = EartipFilters.flag("status", wish.status());
        Long id = wish.id();
        if (id != null && Boolean.FALSE.equals(kept)) {
            contacts.delete(actor, List.of(id));
            return new Made<>(new MadeId(id), "删除成功");
        }
        if (id != null) {
            change(actor, id, wish);
            return new Made<>(new MadeId(id), "操作成功");
        }
        if (Boolean.FALSE.equals(kept)) {
            throw Refused.invalid("id", Rule.REQUIRED);
        }
        Map<String, @Nullable Object> raw = raw(actor, wish);
        if (wish.realName() == null || wish.realName().isBlank()) {
            raw.put(ContactFields.NAME, called(wish.nickName()));
        }
        EartipFilters.required("organization_id", wish.organizationId());
        return new Made<>(new MadeId(contacts.add(actor, raw)), "操作成功");
    }

    /** Whoever has no name is called by the nickname. */
    private static String called(@Nullable String nickname) {
        return EartipFilters.required("realName", nickname);
    }

    private void change(Actor actor, long id, CustomerWish wish) {
        Map<String, @Nullable Object> raw = raw(actor, wish);
        if (wish.realName() != null && wish.realName().isBlank()) {
            String nickname = wish.nickName();
            raw.put(
                    ContactFields.NAME,
                    called(nickname == null ? contacts.get(actor, id).text(ContactFields.NICKNAME) : nickname));
        }
        if (raw.isEmpty()) {
            contacts.get(actor, id);
        } else {
            contacts.change(actor, id, raw);
        }
    }

    private Map<String, @Nullable Object> raw(Actor actor, CustomerWish wish) {
        Map<String, @Nullable Object> raw = new HashMap<>();
        EartipNames.put(raw, ContactFields.CATEGORY, wish.type());
        EartipNames.put(raw, ContactFields.NICKNAME, wish.nickName());
        EartipNames.put(raw, ContactFields.NAME, wish.realName());
        EartipNames.put(raw, ContactFields.AVATAR_URL, wish.avatar());
        EartipNames.put(raw, ContactFields.MOBILE, wish.phoneNumber());
        EartipNames.put(raw, ContactFields.POST, wish.job());
        EartipNames.put(raw, ContactFields.CUSTOMER_ID, wish.organizationId());
        if (wish.sex() != null) {
            String word = EartipNames.sexWord(wish.sex());
            Optional<Field> field = sex(actor);
            if (field.isPresent()) {
                raw.put(field.get().name(), word);
            } else if (word != null) {
                throw Refused.invalid("sex", Rule.UNKNOWN);
            }
        }
        return raw;
    }

    private Optional<Field> sex(Actor actor) {
        return catalogs.of(actor, RecordKind.CONTACT).labelled(SEX).filter(Field::isCustom);
    }
}
