package io.haina.handover;

/** What a person who leaves may leave behind. */
public enum Possession {
    CUSTOMER("customer"),
    LEAD("lead"),
    CONTACT("contact"),
    OPPORTUNITY("opportunity"),
    PRODUCT("product"),
    CONTRACT("contract"),
    OUTREACH("outreach"),
    /** Being a member of a record beside its owner. */
    MEMBERSHIP("membership"),
    /** A request that nobody has decided: the person's own, or one for a customer of the person. */
    REQUEST("request");

    private final String key;

    Possession(String key) {
        this.key = key;
    }

    /** The word for it in the database; for a record, its table. */
    public String key() {
        return key;
    }

    /** The one of a word in the database. */
    static Possession of(String key) {
        for (Possession possession : values()) {
            if (possession.key.equals(key)) {
                return possession;
            }
        }
        throw new IllegalStateException("unknown possession " + key);
    }
}
