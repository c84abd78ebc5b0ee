package io.haina.dialect.eartip;

import io.haina.access.Actor;
import io.haina.dialect.Sent;
import io.haina.dialect.eartip.EartipWire.Listed;
import io.haina.dialect.eartip.EartipWire.Made;
import io.haina.dialect.eartip.EartipWire.MadeId;
import io.haina.dialect.eartip.UserWire.People;
import io.haina.dialect.eartip.UserWire.Row;
import io.haina.dialect.eartip.UserWire.Wish;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.staff.Profile;
import io.haina.staff.Profiles;
import io.haina.staff.StaffDraft;
import io.haina.staff.StaffFiles;
import io.haina.staff.StaffRegister;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Document 001, people. It shows the list only; admins make and change people with the same names. */
@RestController
@Tag(name = "user", description = "员工")
class UserApi {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,}");

    private final Profiles profiles;
    private final StaffRegister register;
    private final StaffFiles files;
    private final TransactionTemplate transaction;

    UserApi(Profiles profiles, StaffRegister register, StaffFiles files, TransactionTemplate transaction) {
        this.profiles = profiles;
        this.register = register;
        this.files = files;
        this.transaction = transaction;
    }

    @GetMapping("/api/user/user")
    @Operation(summary = "员工列表;status: all 全部,0 禁止,1 启用")
    Listed<Row> list(Actor actor, @Sent People people) {
        String status = people.status() == null ? "" : people.status().strip();
        Boolean disabled = switch (status) {
            case "", "all" -> null;
            case "0" -> true;
            case "1" -> false;
            default -> throw Refused.invalid("status", Rule.NOT_A_CHOICE);
        };
        return Listed.of(profiles.list(actor, null, disabled, EartipFilters.page(people.page(), people.count()))
                .map(profile -> Row.of(actor, profile)));
    }

    @PostMapping("/api/user/user")
    @Operation(summary = "新增员工(不传 id)、修改员工(传 id)、启用或禁用(status),仅管理员")
    Made<MadeId> save(Actor actor, @Sent Wish wish) {
        Long id = wish.id();
        if (id != null) {
            transaction.executeWithoutResult(status -> change(actor, id, wish));
            return new Made<>(new MadeId(id), "操作成功");
        }
        Long made = transaction.execute(status -> add(actor, wish));
        return new Made<>(new MadeId(made), "操作成功");
    }

    private long add(Actor actor, Wish wish) {
        String name = EartipFilters.required("phoneNumber", wish.phoneNumber()).strip();
        boolean phone = PHONE.matcher(name).matches();
        StaffDraft draft = new StaffDraft(
                phone ? name.replaceAll("[ -]", "") : name,
                EartipFilters.required("password", wish.password()),
                EartipFilters.required("realName", wish.realName()),
                wish.email(),
                phone ? name : null,
                EartipNames.role(wish.role()),
                wish.department(),
                wish.team());
        var made = register.register(actor, draft);
        files.change(actor, made.id(), details(wish));
        if (Boolean.FALSE.equals(EartipFilters.flag("status", wish.status()))) {
            register.disable(actor, made.uuid());
        }
        return made.id();
    }

    /** Disabling comes first: it locks both people in one order. */
    private void change(Actor actor, long id, Wish wish) {
        Map<String, @Nullable Object> changes = details(wish);
        Profile was = profiles.byIds(actor, List.of(id)).get(id);
        if (was == null) {
            throw Refused.notFound(Problem.Kind.STAFF);
        }
        Boolean enabled = EartipFilters.flag("status", wish.status());
        if (Boolean.FALSE.equals(enabled) && !was.disabled()) {
            register.disable(actor, was.uuid());
        } else if (Boolean.TRUE.equals(enabled) && was.disabled()) {
            register.enable(actor, was.uuid());
        }
        EartipNames.put(changes, "realName", wish.realName());
        EartipNames.put(changes, "email", wish.email());
        if (wish.phoneNumber() != null && !wish.phoneNumber().equals(EartipWire.Person.phoneNumber(was))) {
            changes.put("phone", wish.phoneNumber());
        }
        files.change(actor, id, changes);
        if (wish.password() != null && !wish.password().isBlank()) {
            register.resetPassword(actor, was.uuid(), wish.password());
        }
    }

    /** What a wish names. An empty text empties, a missing one leaves. */
    private static Map<String, @Nullable Object> details(Wish wish) {
        Map<String, @Nullable Object> raw = new HashMap<>();
        EartipNames.put(raw, "nickname", wish.nickName());
        EartipNames.put(raw, "avatarUrl", wish.headImageUrl());
        EartipNames.put(raw, "jobNumber", wish.number());
        EartipNames.put(raw, "birthday", wish.birthday());
        EartipNames.put(raw, "title", wish.title());
        EartipNames.put(raw, "address", wish.address());
        EartipNames.put(raw, "school", wish.school());
        EartipNames.put(raw, "education", wish.education());
        EartipNames.put(raw, "rankId", wish.rankId());
        EartipNames.put(raw, "rankType", wish.rankType());
        EartipNames.put(raw, "enteredOn", wish.entryTime());
        EartipNames.put(raw, "officialOn", wish.officialTime());
        EartipNames.put(raw, "resignedOn", wish.resignTime());
        if (wish.sex() != null) {
            raw.put("sex", EartipNames.sex(wish.sex()));
        }
        return raw;
    }
}
