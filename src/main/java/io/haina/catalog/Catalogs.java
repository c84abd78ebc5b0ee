package io.haina.catalog;

import io.haina.access.Actor;
import io.haina.access.Scoped;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.tenant.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/**
 * The catalogues of tenants, read once for each version of them. The version comes with every actor, so a change made on any
 * node holds from the next request on.
 */
@Service
public class Catalogs {

    private final Map<RecordKind, RecordType> types = new EnumMap<>(RecordKind.class);
    private final CatalogStore store;
    private final Map<Long, Fields> byTenant = new ConcurrentHashMap<>();

    private record Fields(long version, Map<RecordKind, Map<Role, FieldCatalog>> catalogs) {}

    Catalogs(List<RecordType> types, CatalogStore store) {
        types.forEach(type -> this.types.put(type.kind(), type));
        this.store = store;
    }

    /** The fields of a kind as the actor's role may see them, in the order that the tenant has given them. */
    public FieldCatalog of(Actor actor, RecordKind kind) {
        return of(actor, kind, actor.tenant().fieldsVersion());
    }

    /**
     * As {@link #of(Actor, RecordKind)}, for somebody who came before the last change, as a long job does.
     *
     * @param version that it has at least
     */
    public FieldCatalog of(Actor actor, RecordKind kind, long version) {
        return of(actor, kind, version, actor.role());
    }

    /** As {@link #of(Actor, RecordKind, long)}, with what is hidden from the actor: for rules that hold for everybody. */
    public FieldCatalog whole(Actor actor, RecordKind kind, long version) {
        return of(actor, kind, version, Role.ADMIN);
    }

    private FieldCatalog of(Actor actor, RecordKind kind, long version, Role role) {
        Fields fields = byTenant.get(actor.tenantId());
        if (fields == null || fields.version() < version) {
            fields = read(actor, version);
            byTenant.put(actor.tenantId(), fields);
        }
        return Objects.requireNonNull(
                Objects.requireNonNull(fields.catalogs().get(kind), kind::key).get(role), kind::key);
    }

    /** Where the fields of a kind come from, for whoever was granted a look at them. */
    public FieldOrigins origins(Scoped scoped, RecordKind kind) {
        return store.origins(scoped, kind);
    }

    /** What the program knows of a kind. */
    public RecordType type(Actor actor, RecordKind kind) {
        RecordType type = types.get(kind);
        if (type == null) {
            throw new IllegalStateException("no type for " + kind + " of tenant " + actor.tenantId());
        }
        return type;
    }

    private Fields read(Actor actor, long version) {
        Map<RecordKind, List<Field>> own = store.custom(actor);
        Map<RecordKind, Map<String, FieldSetting>> settings = store.settings(actor);
        Map<RecordKind, Map<Role, FieldCatalog>> catalogs = new EnumMap<>(RecordKind.class);
        types.forEach((kind, type) -> {
            List<Field> fields = new ArrayList<>();
            Map<String, FieldSetting> said = settings.getOrDefault(kind, Map.of());
            for (Field field : type.fields()) {
                FieldSetting setting = said.get(field.name());
                fields.add(setting == null ? field : setting.on(field));
            }
            fields.addAll(own.getOrDefault(kind, List.of()));
            fields.sort(Comparator.comparingInt(field -> field.rules().position()));
            catalogs.put(kind, forRoles(fields, type.aside()));
        });
        return new Fields(version, catalogs);
    }

    private static Map<Role, FieldCatalog> forRoles(Collection<Field> fields, List<Field> aside) {
        FieldCatalog all = new FieldCatalog(List.copyOf(fields), aside);
        Map<Role, FieldCatalog> catalogs = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            catalogs.put(role, all.seenBy(role));
        }
        return catalogs;
    }
}
