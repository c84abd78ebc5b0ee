package io.haina.api;

import io.haina.access.Actor;
import io.haina.api.ApiWire.Link;
import io.haina.api.HistoryWire.Happened;
import io.haina.api.HistoryWire.Past;
import io.haina.api.HistoryWire.Sharer;
import io.haina.catalog.Catalogs;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.record.LinkKind;
import io.haina.record.LinkNames;
import io.haina.record.LinkNames.Names;
import io.haina.trail.History;
import io.haina.trail.HistoryLine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to one record. */
@RestController
@RequestMapping(ApiNames.RECORDS)
@Tag(name = "history", description = "What happened to a record, what was deleted, and the way back")
class HistoryApi {

    private final History history;
    private final Catalogs catalogs;
    private final LinkNames names;

    HistoryApi(History history, Catalogs catalogs, LinkNames names) {
        this.history = history;
        this.catalogs = catalogs;
        this.names = names;
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Who changed what of a record, the newest first, as far as one sees its fields")
    Past of(
            Actor actor,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(required = false) @Parameter(description = "next of the answer before") @Nullable
                    String cursor,
            @RequestParam(required = false) @Parameter(description = "from 1 to 100, 25 where absent") @Nullable
                    String size) {
        RecordKind of = ApiNames.kind(kind);
        int items = ApiNames.size(size);
        History.Lines found = history.of(actor, of, ApiNames.id(of, id), ApiNames.line(cursor), items);
        FieldCatalog catalog = catalogs.of(actor, of);
        Names named = names.of(actor, pointedAt(catalog, found.lines()));
        Long next = found.next();
        return new Past(
                found.lines().stream().map(line -> item(catalog, line, named)).toList(),
                next == null ? null : next.toString());
    }

    private static Map<LinkKind, Collection<Long>> pointedAt(FieldCatalog catalog, List<HistoryLine> lines) {
        Map<LinkKind, Collection<Long>> ids = new EnumMap<>(LinkKind.class);
        for (HistoryLine line : lines) {
            collect(ids, catalog, line.before());
            collect(ids, catalog, line.after());
            add(ids, LinkKind.STAFF, line.members().keySet());
            add(ids, LinkKind.CONTACT, line.contacts());
        }
        return ids;
    }

    private static void collect(
            Map<LinkKind, Collection<Long>> ids,
            FieldCatalog catalog,
            @Nullable Map<String, ? extends @Nullable Object> values) {
        if (values != null) {
            values.forEach((name, value) -> {
                if (value instanceof Long id) {
                    LinkKind.of(catalog.field(name)).ifPresent(link -> add(ids, link, List.of(id)));
                }
            });
        }
    }

    private static void add(Map<LinkKind, Collection<Long>> ids, LinkKind link, Collection<Long> more) {
        if (!more.isEmpty()) {
            ids.computeIfAbsent(link, any -> new ArrayList<>()).addAll(more);
        }
    }

    private static Happened item(FieldCatalog catalog, HistoryLine line, Names names) {
        return new Happened(
                line.id(),
                line.at(),
                Link.of(line.actorId(), line.actor()),
                line.action(),
                values(catalog, line.before(), names),
                values(catalog, line.after(), names),
                new TreeMap<>(line.members())
                        .entrySet().stream()
                                .map(each -> new Sharer(
                                        each.getKey(), names.of(LinkKind.STAFF, each.getKey()), each.getValue()))
                                .toList(),
                line.contacts().stream()
                        .map(id -> new Link(id, names.of(LinkKind.CONTACT, id)))
                        .toList());
    }

    private static @Nullable Map<String, @Nullable Object> values(
            FieldCatalog catalog, @Nullable Map<String, ? extends @Nullable Object> values, Names names) {
        if (values == null) {
            return null;
        }
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            LinkKind link = LinkKind.of(catalog.field(name)).orElse(null);
            shown.put(name, link != null && value instanceof Long id ? new Link(id, names.of(link, id)) : value);
        });
        return shown;
    }
}
