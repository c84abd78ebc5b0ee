package io.haina.record;

import io.haina.field.Field;
import java.util.Locale;
import java.util.Optional;

/** What the ids in a field stand for: something with a name. */
public enum LinkKind {
    STAFF,
    DEPARTMENT,
    CUSTOMER,
    CONTACT,
    PIPELINE,
    STAGE,
    POOL;

    /** What a field points at; empty for a field that holds no ids, or ids of what has no name. */
    public static Optional<LinkKind> of(Field field) {
        return switch (field.type()) {
            case STAFF -> Optional.of(STAFF);
            case DEPARTMENT -> Optional.of(DEPARTMENT);
            case RECORD ->
                Optional.ofNullable(
                        switch (field.name()) {
                            case "customerId" -> CUSTOMER;
                            case "contactId" -> CONTACT;
                            case "pipelineId" -> PIPELINE;
                            case "stageId" -> STAGE;
                            case "poolId" -> POOL;
                            default -> null;
                        });
            default -> Optional.empty();
        };
    }

    /** The table in which it lies. */
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column with its name. */
    public String nameColumn() {
        return this == STAFF ? "real_name" : "name";
    }
}
