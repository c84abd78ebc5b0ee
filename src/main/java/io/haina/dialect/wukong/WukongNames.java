package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.dialect.Asked;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.tenant.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The words and numbers of document 002 for what the core calls otherwise, and its forms of times and money. */
final class WukongNames {

    static final String DIALECT = "wukong";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private WukongNames() {}

    /** Parameters that are no fields. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "keyword", "search", "products", "product", "kind", "activityType", "source", "data", "conditions", "data");

    /** The document's name of a core field, as it stands in the requests of a path: a company's own is called by its label. */
    static String field(BiFunction<Actor, RecordKind, FieldCatalog> catalogs, String name, Asked asked) {
        Optional<RecordKind> chapter = RecordNames.ofPath(asked.path());
        Actor actor = asked.actor();
        if (actor != null) {
            for (RecordKind kind : chapter.map(List::of).orElseGet(() -> List.of(RecordKind.values()))) {
                Optional<Field> field =
                        catalogs.apply(actor, kind).find(name).filter(found -> chapter.isPresent() || found.isCustom());
                if (field.isPresent()) {
                    return RecordNames.key(kind, field.get());
                }
            }
        }
        String key = chapter.map(kind -> RecordNames.key(kind, name)).orElseGet(() -> RecordNames.common(name));
        return PARAMETERS.getOrDefault(key, key);
    }

    /** The company, as a text: other systems of this kind number companies beyond what a client's numbers hold. */
    static String company(Actor actor) {
        return Long.toString(actor.tenantId());
    }

    /** What a person is called for what they may do. */
    static String post(Role role) {
        return switch (role) {
            case ADMIN -> "管理员";
            case SALES_MANAGER -> "销售主管";
            case SALES -> "销售";
        };
    }

    static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    static @Nullable String timeOrNull(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : time(instant, zone);
    }

    /** Money and percentages: a text with two digits behind the point. */
    static @Nullable String money(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** What a role may do at all, as clients switch their buttons by it: true where allowed, absent where not. */
    static Map<String, Map<String, Map<String, Boolean>>> rights(Role role) {
        Map<String, Map<String, Map<String, Boolean>>> tree = new LinkedHashMap<>();
        tree.put("crm", RightNames.of(role));
        List.of("bi", "manage", "oa", "project").forEach(part -> tree.put(part, Map.of()));
        return tree;
    }
}
