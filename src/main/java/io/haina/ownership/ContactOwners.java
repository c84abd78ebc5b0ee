package io.haina.ownership;

/**
 * Parts of a {@link io.haina.database.Write} that let the contacts of a customer follow it from hand to hand. Each reads an
 * earlier part with the customer's columns tenant_id and id.
 */
public final class ContactOwners {

    private static final String OF =
            " from %s x where k.tenant_id = x.tenant_id and k.customer_id = x.id" + " and k.deleted_at is null";

    private ContactOwners() {}

    /** The customer lies in a pool, so nobody's are its contacts. */
    public static String none(String source) {
        return "update contact k set owner_id = null, team_id = null" + OF.formatted(source)
                + " and k.owner_id is not null";
    }

    /** All contacts belong to the customer's new owner. The part has columns owner_id and team_id. */
    public static String taken(String source) {
        return "update contact k set owner_id = x.owner_id, team_id = x.team_id" + OF.formatted(source);
    }

    /** Those of the former owner go along, others stay whose they are. The part has columns owner_id, team_id, former. */
    public static String moved(String source) {
        return taken(source) + " and k.owner_id = x.former returning k.tenant_id, k.id, x.former, k.owner_id";
    }
}
