package io.haina.staff;

import static io.haina.database.Rows.at;

import io.haina.access.Permit;
import io.haina.database.SqlText;
import io.haina.tenant.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * The accounts by which programs act, so that whatever names a person can name a program. Nobody signs in by one, nothing
 * is given to one, and no list of people shows one. Parts for {@link io.haina.database.Write}.
 */
public final class ServiceAccounts {

    private ServiceAccounts() {}

    /**
     * Makes an account.
     *
     * @param source the earlier part that has one row
     * @param username SQL for what the account is called, from that part
     * @return a part that gives the account's {@code id}
     */
    public static SqlText made(Permit permit, UUID uuid, String name, String source, String username, Instant now) {
        return new SqlText()
                .add(
                        "insert into staff (tenant_id, uuid, username, real_name, role, password_hash, service, disabled_at,"
                                + " created_at, updated_at)\nselect ?, ?, " + username
                                + ", ?, ?, '', true, ?, ?, ? from " + source + " returning id",
                        permit.actor().tenantId(),
                        uuid,
                        name,
                        Role.ADMIN.name(),
                        at(now),
                        at(now),
                        at(now));
    }

    /**
     * Lets an account be called as its program is.
     *
     * @param source the earlier part that has {@code staff_id} and {@code name}
     */
    public static SqlText renamed(Permit permit, String source, Instant now) {
        return new SqlText()
                .add(
                        "update staff s set real_name = x.name, updated_at = ? from " + source
                                + " x where s.tenant_id = ? and s.id = x.staff_id and s.service and s.real_name <> x.name",
                        at(now),
                        permit.actor().tenantId());
    }
}
