package io.haina.dialect.wukong;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.haina.access.Actor;
import io.haina.filter.Slice;
import io.haina.staff.Profile;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of signing in, and of what every page of a client asks for. */
sealed interface SystemWire extends WukongWire {

    record Login(@Nullable String username, @Nullable String password) implements SystemWire {}

    /** A list of people: {@code pageType} 0 for all at once. */
    record People(
            @Nullable Integer pageType,
            @Nullable Integer page,
            @Nullable Integer limit,
            @Nullable String realname,
            @Nullable String search,
            @Nullable Integer status)
            implements SystemWire {}

    /**
     * The answer to a login, which has no {@code data}.
     *
     * @param auth what the person may do, as a tree of names
     */
    record LoggedIn(
            int code,
            @JsonProperty("Admin-Token") String adminToken,
            User user,
            Map<String, Map<String, Map<String, Boolean>>> auth,
            @JsonProperty("isAdmin") boolean isAdmin,
            boolean cardAuth,
            @Nullable String emailId,
            @JsonProperty("isReadNotice") int isReadNotice,
            @Nullable Object firstModel,
            int call)
            implements SystemWire, WukongWire.Envelope {}

    /** A person. What Haina does not keep is null, as the document prints it. */
    record User(
            long userId,
            String username,
            String realname,
            @Nullable String mobile,
            @Nullable String email,
            @Nullable String img,
            @Nullable String num,
            @Nullable Integer sex,
            @Nullable String post,
            @Nullable Long deptId,
            @Nullable String deptName,
            @Nullable Long parentId,
            @Nullable String parentName,
            @Nullable Long oldUserId,
            String companyId,
            String companyName,
            String createTime,
            @Nullable String lastLoginTime,
            @Nullable String lastLoginIp,
            int status)
            implements SystemWire {

        /** @param address from where the person signed in; null where that is nobody's business */
        static User of(Actor viewer, Profile profile, @Nullable String address) {
            ZoneId zone = viewer.tenant().zone();
            return new User(
                    profile.id(),
                    profile.username(),
                    profile.realName(),
                    profile.phone(),
                    profile.email(),
                    null,
                    null,
                    null,
                    WukongNames.post(profile.role()),
                    profile.departmentId(),
                    profile.department(),
                    profile.superiorId(),
                    profile.superior(),
                    null,
                    WukongNames.company(viewer),
                    viewer.tenant().name(),
                    WukongNames.time(profile.createdAt(), zone),
                    WukongNames.timeOrNull(profile.lastSignInAt(), zone),
                    address,
                    profile.disabled() ? 0 : 1);
        }
    }

    /** One page of a list. */
    record PageOf<T>(
            long totalRow,
            int pageNumber,
            int pageSize,
            long totalPage,
            boolean firstPage,
            boolean lastPage,
            List<T> list)
            implements SystemWire {
        static <T> PageOf<T> of(Slice<T> slice) {
            int number = slice.page().number();
            return new PageOf<>(
                    slice.total(),
                    number,
                    slice.page().size(),
                    slice.pages(),
                    number == 1,
                    number >= slice.pages(),
                    slice.rows());
        }
    }

    /** What a client shows of the company whose server this is. */
    record Company(String companyId, String name, @Nullable String logo) implements SystemWire {}

    /**
     * How much waits for a person. Nothing is to be approved of contracts and of payments, and no payment is planned: of these
     * nothing waits.
     *
     * @param followLeads leads that nobody has followed up, as {@code followCustomer} of customers
     * @param putInPoolRemind customers that go to the pool soon
     * @param endContract contracts that end within a month
     */
    record Waiting(
            long todayCustomer,
            long todayLeads,
            long todayContacts,
            long todayBusiness,
            long followLeads,
            long followCustomer,
            long putInPoolRemind,
            long checkContract,
            long checkReceivables,
            long remindReceivablesPlan,
            long endContract)
            implements SystemWire {}
}
