package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.customer.CustomerFields;
import io.haina.customer.CustomerRecordFields;
import io.haina.customer.CustomerStatus;
import io.haina.field.Field;
import io.haina.field.FieldCatalog;
import io.haina.field.FieldType;
import io.haina.field.RecordKind;
import io.haina.opportunity.OpportunityFields;
import io.haina.opportunity.Outcome;
import io.haina.record.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records as rows of document 002: every key that it shows, whether there is a value or not. */
final class RowNames {

    private RowNames() {}

    /** A row of a list: a company's own fields are there with null too. */
    static Map<String, @Nullable Object> listed(
            Actor actor, RecordKind kind, FieldCatalog catalog, Row row, Instant now) {
        Map<String, @Nullable Object> shown = row(actor, kind, catalog, row, now, true);
        shown.put("fieldBatchId", batch(row.uuid()));
        return shown;
    }

    /** A record by itself: of a company's own fields those that have a value. */
    static Map<String, @Nullable Object> detailed(
            Actor actor, RecordKind kind, FieldCatalog catalog, Row row, Instant now) {
        Map<String, @Nullable Object> shown = row(actor, kind, catalog, row, now, false);
        switch (kind) {
            case LEAD -> shown.put("name", row.get("name"));
            case CUSTOMER -> shown.put("isPool", row.get(CustomerRecordFields.POOLED_AT) == null ? 0 : 1);
            default -> {
                // The others show the same keys as in a list.
            }
        }
        return shown;
    }

    private static Map<String, @Nullable Object> row(
            Actor actor, RecordKind kind, FieldCatalog catalog, Row row, Instant now, boolean all) {
        ZoneId zone = actor.tenant().zone();
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put(RecordNames.id(kind), row.id());
        for (Field field : catalog.fields()) {
            Object value = row.get(field.name());
            if (all || value != null || !RecordNames.isOwn(kind, field)) {
                shown.put(RecordNames.key(kind, field), value(field, value, zone));
            }
        }
        shown.put("batchId", batch(row.uuid()));
        shown.put("companyId", WukongNames.company(actor));
        shown.put("star", row.isStarred() ? 1 : 0);
        switch (kind) {
            case LEAD -> {
                shown.put("followup", row.get("lastActivityAt") == null ? null : 1);
                shown.put("oldLeadsId", null);
            }
            case CUSTOMER -> customer(shown, row, zone, now);
            case CONTACT -> shown.put("oldContactsId", null);
            case OPPORTUNITY -> opportunity(shown, row);
            case PRODUCT -> shown.put("status", 1);
        }
        return shown;
    }

    private static void customer(Map<String, @Nullable Object> shown, Row row, ZoneId zone, Instant now) {
        boolean won = CustomerStatus.WON.key().equals(row.get(CustomerFields.STATUS));
        boolean locked = row.isTrue(CustomerRecordFields.LOCKED);
        Instant until = row.instant(CustomerRecordFields.PROTECTED_UNTIL);
        shown.put("dealStatus", won ? 1 : 0);
        shown.put("poolDay", won || locked || until == null ? null : (Object) daysLeft(now, until, zone));
        shown.put("status", locked ? 2 : 1);
        shown.put("followup", row.get("lastActivityAt") == null ? null : 1);
        shown.put("isReceive", null);
        shown.put("oldCustomerId", null);
        members(shown, row);
    }

    private static long daysLeft(Instant now, Instant until, ZoneId zone) {
        long days = ChronoUnit.DAYS.between(
                now.atZone(zone).toLocalDate(), until.atZone(zone).toLocalDate());
        return Math.max(0, days);
    }

    private static void opportunity(Map<String, @Nullable Object> shown, Row row) {
        Outcome outcome = Optional.ofNullable(row.text(OpportunityFields.OUTCOME))
                .flatMap(Outcome::of)
                .orElse(null);
        long stage = number(row, OpportunityFields.STAGE_NUMBER);
        long stages = number(row, OpportunityFields.STAGES) + 1;
        shown.put("isEnd", EndNames.number(outcome));
        shown.put(
                "progressBar",
                switch (outcome) {
                    case null -> stage + "/" + stages;
                    case WON -> stages + "/" + stages;
                    case LOST -> "0/" + stages;
                    case INVALID -> "0/0";
                });
        if (outcome != null) {
            shown.put("statusName", outcome.label());
        }
        shown.put("rate", String.valueOf(row.get(OpportunityFields.RATE)));
        shown.remove(OpportunityFields.STAGE_NUMBER);
        shown.remove(OpportunityFields.STAGES);
        shown.put("status", 1);
        shown.put("oldBusinessId", null);
        members(shown, row);
    }

    private static long number(Row row, String field) {
        Long number = row.whole(field);
        return number == null ? 0 : number;
    }

    private static void members(Map<String, @Nullable Object> shown, Row row) {
        shown.put("roUserId", joined(row.readers()));
        shown.put("rwUserId", joined(row.writers()));
    }

    /** People with a comma before and behind each; none is one comma. */
    private static String joined(List<Long> people) {
        return people.isEmpty()
                ? ","
                : people.stream().map(Object::toString).collect(Collectors.joining(",", ",", ","));
    }

    /** What the document calls a record's batch: its UUID without dashes. */
    static String batch(UUID record) {
        return record.toString().replace("-", "");
    }

    /** A value as the document writes it: money and numbers with a point as texts, times in the zone, yes as 1. */
    static @Nullable Object value(Field field, @Nullable Object value, ZoneId zone) {
        return switch (value) {
            case null -> null;
            case Instant instant -> WukongNames.time(instant, zone);
            case LocalDate date -> date.toString();
            case BigDecimal number ->
                field.type() == FieldType.MONEY ? WukongNames.money(number) : number.toPlainString();
            case Boolean truth -> truth ? 1 : 0;
            case Collection<?> many -> many.stream().map(Object::toString).collect(Collectors.joining(","));
            default -> value;
        };
    }
}
