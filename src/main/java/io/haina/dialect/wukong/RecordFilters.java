package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.customer.CustomerRecordFields;
import io.haina.customer.Customers;
import io.haina.dialect.Numbers;
import io.haina.dialect.wukong.RecordWire.Condition;
import io.haina.dialect.wukong.RecordWire.ListAsked;
import io.haina.dialect.wukong.RecordWire.Several;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.lead.Leads;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import io.haina.record.Order;
import io.haina.scene.Scene;
import io.haina.scene.Scenes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What narrows and orders a list of document 002, as the core's filters and orders; and its lists of numbers. */
@Component
final class RecordFilters {

    private static final int ASCENDING = 2;

    private final Catalogs catalogs;
    private final Scenes scenes;
    private final ConditionFilters conditions;

    RecordFilters(Catalogs catalogs, Scenes scenes, ConditionFilters conditions) {
        this.catalogs = catalogs;
        this.scenes = scenes;
        this.conditions = conditions;
    }

    /**
     * The wish of a list: its search box, its scene, and its conditions, which win over those of the scene that have the same
     * key. Of leads without a scene, those that are no customers yet. What a scene of everybody's looks for is no matter of
     * rights: the reach of whoever asks holds in any case.
     */
    Filter wish(Actor actor, RecordKind kind, ListAsked asked) {
        List<Filter> parts = new ArrayList<>();
        parts.add(Customers.search(asked.search()));
        if (kind == RecordKind.CUSTOMER && asked.poolId() != null) {
            parts.add(new Filter.Is(CustomerRecordFields.POOL_ID, Set.of(asked.poolId())));
        }
        Map<String, Condition> said = ConditionFilters.read(asked.data());
        Map<String, Condition> wanted = new LinkedHashMap<>();
        if (asked.sceneId() != null) {
            Scene scene = scenes.get(actor, kind, asked.sceneId());
            if (scene.system() == null && scene.source() != null) {
                wanted.putAll(ConditionFilters.read(ConditionFilters.parsed(scene.source())));
            } else if (scene.system() == null || !names(said, SceneNames.key(kind, scene.system()))) {
                parts.add(scenes.filter(actor, kind, asked.sceneId()));
            }
        } else if (kind == RecordKind.LEAD && !names(said, SceneNames.TRANSFORMED)) {
            parts.add(Leads.converted(false));
        }
        wanted.putAll(said);
        parts.add(scenes.filter(actor, kind, conditions.core(actor, kind, wanted.values())));
        return Filter.all(
                parts.stream().filter(part -> !part.equals(Filter.EVERYTHING)).toList());
    }

    private static boolean names(Map<String, Condition> conditions, @Nullable String key) {
        return key != null
                && conditions.keySet().stream()
                        .anyMatch(each -> RecordNames.camel(each).equals(RecordNames.camel(key)));
    }

    /** The order of a list: the last changed first where nothing is said. @throws Refused if there is no such field */
    Order order(Actor actor, RecordKind kind, ListAsked asked) {
        String field = asked.sortField();
        boolean ascending = asked.order() != null && asked.order() == ASCENDING;
        if (field == null || field.isBlank()) {
            return new Order(Order.UPDATED, ascending);
        }
        return new Order(
                RecordNames.field(kind, catalogs.of(actor, kind), field.strip())
                        .orElseThrow(() -> Refused.invalid("sortField", Rule.UNKNOWN))
                        .name(),
                ascending);
    }

    /** The numbers of records, under whichever name they came. @throws Refused if there are none */
    static List<Long> ids(Several several) {
        return Stream.of(
                        several.ids(),
                        several.leadsIds(),
                        several.leadsId(),
                        several.customerIds(),
                        several.contactsIds(),
                        several.businessIds(),
                        several.productIds())
                .map(RecordFilters::optionalIds)
                .filter(ids -> !ids.isEmpty())
                .findFirst()
                .orElseThrow(() -> Refused.invalid("ids", Rule.REQUIRED));
    }

    /** The numbers under a name. @throws Refused if there are none */
    static List<Long> ids(String name, @Nullable Numbers numbers) {
        List<Long> ids = optionalIds(numbers);
        if (ids.isEmpty()) {
            throw Refused.invalid(name, Rule.REQUIRED);
        }
        return ids;
    }

    static List<Long> optionalIds(@Nullable Numbers numbers) {
        return numbers == null ? List.of() : numbers.values();
    }
}
