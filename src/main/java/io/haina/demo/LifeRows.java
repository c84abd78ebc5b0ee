package io.haina.demo;

import io.haina.customer.CustomerNames;
import io.haina.customer.NearKeys;
import io.haina.database.Grams;
import io.haina.demo.Crew.Person;
import io.haina.demo.Life.Claim;
import io.haina.demo.Life.Contact;
import io.haina.demo.Life.Note;
import io.haina.demo.Life.Release;
import io.haina.demo.Life.Request;
import io.haina.demo.Life.Span;
import io.haina.field.RecordKind;
import io.haina.record.RecordSearch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes lives down as rows of the tables, and numbers them. */
final class LifeRows {

    private static final List<String> LEVELS = List.of("A（重点客户）", "B（普通客户）", "C（非优先客户）");

    /** Of what a company has to look at, and the bench does not. */
    private static final int MOST_SHOWN = 5_000;

    private final long tenantId;
    private final long seed;
    private final DemoStore.Catalogue catalogue;
    private final Members members;
    private final WorkCalendar calendar;
    private final Map<Sheet, long[]> lastIds;
    private Map<Sheet, CopyRows> rows = new EnumMap<>(Sheet.class);

    /** The last ids are, by table, the highest number that is taken; they grow here. */
    LifeRows(
            long tenantId,
            long seed,
            DemoStore.Catalogue catalogue,
            Members members,
            WorkCalendar calendar,
            Map<Sheet, long[]> lastIds) {
        this.tenantId = tenantId;
        this.seed = seed;
        this.catalogue = catalogue;
        this.members = members;
        this.calendar = calendar;
        this.lastIds = lastIds;
    }

    /** The rows since the last call. */
    Map<Sheet, CopyRows> take() {
        Map<Sheet, CopyRows> taken = rows;
        rows = new EnumMap<>(Sheet.class);
        return taken;
    }

    void add(int index, Life life) {
        Dice dice = new Dice(seed, Integer.toUnsignedLong(index) << 32);
        long id = next(Sheet.CUSTOMER);
        customer(index, id, life, dice);
        search(index, id, life);
        boolean primary = true;
        long primaryId = 0;
        for (Contact contact : life.contacts) {
            long contactId = next(Sheet.CONTACT);
            found(RecordKind.CONTACT, contactId, RecordSearch.words(contact.name(), contact.phone()));
            row(Sheet.CONTACT)
                    .number(contactId)
                    .uuid(uuid(life.reportedAt, dice))
                    .number(id)
                    .text(contact.name())
                    .text(contact.phone())
                    .flag(primary)
                    .instant(life.reportedAt)
                    .instant(life.reportedAt)
                    .number(life.pooled() ? null : (Long) members.id(life.last().holder))
                    .number(life.pooled() ? null : members.team(life.last().holder))
                    .number(members.id(life.reporter));
            primaryId = primary ? contactId : primaryId;
            primary = false;
        }
        demands(index, id, primaryId, life);
        lead(index, life);
        opportunity(index, id, life);
        outreach(index, life);
        contract(index, id, primaryId, life);
        for (Note note : life.notes) {
            row(Sheet.ACTIVITY)
                    .number(next(Sheet.ACTIVITY))
                    .uuid(uuid(note.at(), dice))
                    .number(id)
                    .number(members.id(note.by()))
                    .number(members.team(note.by()))
                    .text(note.kind())
                    .text(note.content())
                    .text(note.plan())
                    .instant(note.at())
                    .date(calendar.date(note.at()))
                    .instant(note.at());
        }
        ownership(id, life, dice);
    }

    private void customer(int index, long id, Life life, Dice dice) {
        Span last = life.last();
        boolean pooled = life.pooled();
        Person former =
                pooled ? last.holder : life.spans.size() < 2 ? null : life.spans.get(life.spans.size() - 2).holder;
        CopyRows row = row(Sheet.CUSTOMER)
                .number(id)
                .uuid(uuid(life.reportedAt, dice))
                .text(life.company.name())
                .text(CustomerNames.key(life.company.name()))
                .text(life.company.industry().label())
                .text(life.company.city())
                .text(life.source)
                .text(life.demand)
                .text(life.status)
                .number(pooled ? null : (Long) members.id(last.holder))
                .number(pooled ? null : members.team(last.holder));
        if (pooled) {
            row.nothing()
                    .instant(last.endedAt)
                    .number(catalogue.pool())
                    .text(life.releases.getLast().reason());
        } else {
            row.instant(last.until).nothing().nothing().nothing();
        }
        row.number(former == null ? null : (Long) members.id(former)).integer(life.claims.size());
        instant(row, life.notes.isEmpty() ? 0 : life.notes.getLast().at())
                .number(members.id(life.reporter))
                .instant(life.reportedAt)
                .date(calendar.date(life.reportedAt))
                .instant(life.updatedAt)
                .text(life.notes.isEmpty() ? null : life.notes.getLast().content());
        instant(row, life.status.equals("won") ? life.updatedAt : 0)
                .jsonb("{\"" + catalogue.levelField() + "\":\""
                        + LEVELS.get(index % 10 < 2 ? 0 : index % 10 < 7 ? 1 : 2) + "\"}")
                .jsonb(ways(index));
    }

    /** One customer in five has left more than a person's number. */
    private static String ways(int index) {
        return index % 5 != 0 ? "{}" : """
                {"email": [{"value": "info@kehu%d.example", "memo": "总机邮箱"}], "wechat": [{"value": "kehu_%d", "memo": null}]}""".formatted(index, index);
    }

    private void search(int index, long id, Life life) {
        Contact first = life.contacts.getFirst();
        String text = CustomerNames.searchText(
                life.company.name(),
                first.name(),
                index % 5 != 0
                        ? first.phone()
                        : first.phone() + "\ninfo@kehu%d.example\nkehu_%d".formatted(index, index));
        String core = CustomerNames.core(life.company.name());
        row(Sheet.SEARCH)
                .number(id)
                .text(text)
                .text(core)
                .integers(Grams.of(tenantId, text))
                .integers(NearKeys.of(tenantId, core));
    }

    /** One lead for four customers: somebody at another company whose name was heard of. */
    private void lead(int index, Life life) {
        Dice dice = new Dice(seed, (Integer.toUnsignedLong(index) << 32) + (1 << 20));
        if (!dice.chance(0.25)) {
            return;
        }
        Person owner = life.reporter;
        long id = next(Sheet.LEAD);
        String name = CompanyNames.brand(dice) + life.company.industry().label() + "项目";
        String mobile = Phrases.phone(dice);
        CopyRows row = row(Sheet.LEAD)
                .number(id)
                .uuid(uuid(life.reportedAt, dice))
                .text(name)
                .text(mobile)
                .text(Phrases.demand(dice));
        instant(row, dice.chance(0.5) ? calendar.now() + dice.between(-5, 10) * WorkCalendar.DAY : 0)
                .number(members.id(owner))
                .number(members.team(owner))
                .number(members.id(owner))
                .instant(life.reportedAt)
                .instant(life.reportedAt);
        found(RecordKind.LEAD, id, name + "\n" + mobile);
    }

    /** One opportunity for three customers that somebody holds. */
    private void opportunity(int index, long customer, Life life) {
        Dice dice = new Dice(seed, (Integer.toUnsignedLong(index) << 32) + (1 << 21));
        if (life.pooled() || !dice.chance(1.0 / 3)) {
            return;
        }
        Person owner = life.last().holder;
        long id = next(Sheet.OPPORTUNITY);
        String name = life.company.name() + "采购";
        row(Sheet.OPPORTUNITY)
                .number(id)
                .uuid(uuid(life.reportedAt, dice))
                .text(name)
                .number(customer)
                .numeric((1 + dice.below(500)) * 1000)
                .instant(calendar.now() + dice.between(-60, 90) * WorkCalendar.DAY)
                .number(catalogue.pipeline())
                .number(catalogue.stages().get(dice.below(catalogue.stages().size())))
                .text(life.status.equals("following") ? null : life.status)
                .number(members.id(owner))
                .number(members.team(owner))
                .number(members.id(owner))
                .instant(life.reportedAt)
                .instant(life.updatedAt);
        found(RecordKind.OPPORTUNITY, id, name);
    }

    /** What was wanted when the customer was reported, and now and then what is wanted since the last follow-up. */
    private void demands(int index, long customer, long contact, Life life) {
        Dice dice = new Dice(seed, (Integer.toUnsignedLong(index) << 32) + (3 << 20));
        if (index >= MOST_SHOWN || life.demand == null) {
            return;
        }
        demand(customer, contact, life.reporter, life.reportedAt, life.demand, dice);
        if (!life.notes.isEmpty() && dice.chance(1.0 / 3)) {
            Note last = life.notes.getLast();
            demand(customer, contact, last.by(), last.at(), Phrases.demand(dice), dice);
        }
    }

    private void demand(long customer, long contact, Person by, long at, String content, Dice dice) {
        row(Sheet.DEMAND)
                .number(next(Sheet.DEMAND))
                .uuid(uuid(at, dice))
                .number(customer)
                .number(contact)
                .number(members.id(by))
                .number(members.team(by))
                .text(content)
                .instant(at)
                .date(calendar.date(at))
                .instant(at);
    }

    /** One outreach record for three customers of a company to look at, not for those of the bench. */
    private void outreach(int index, Life life) {
        Dice dice = new Dice(seed, (Integer.toUnsignedLong(index) << 32) + (1 << 22));
        if (index >= MOST_SHOWN || !dice.chance(1.0 / 3)) {
            return;
        }
        Person owner = life.reporter;
        long id = next(Sheet.OUTREACH);
        String name = PersonNames.next(dice);
        String position = dice.pick(Phrases.POSITIONS);
        boolean replied = dice.chance(0.4);
        boolean exchanged = replied && dice.chance(0.5);
        String contact = dice.chance(0.7) ? Phrases.phone(dice) : "wechat:wx" + (100_000 + dice.below(900_000));
        row(Sheet.OUTREACH)
                .number(id)
                .uuid(uuid(life.reportedAt, dice))
                .text(name)
                .text(position)
                .text(contact)
                .text(replied ? "已回复" : "未回复")
                .flag(exchanged)
                .number(1L + dice.below(3))
                .text("worker-00" + (1 + dice.below(5)))
                .text(replied ? dice.pick(Phrases.REPLIES) : null)
                .instant(life.reportedAt)
                .number(members.id(owner))
                .number(members.team(owner))
                .number(members.id(owner))
                .instant(life.reportedAt)
                .instant(life.reportedAt);
        found("outreach", id, RecordSearch.words(name, position, contact));
    }

    /** What a won customer signed, what it paid on that, and what it says. */
    private void contract(int index, long customer, long contact, Life life) {
        if (index < MOST_SHOWN && !life.pooled() && life.status.equals("won")) {
            Dice dice = new Dice(seed, (Integer.toUnsignedLong(index) << 32) + (1 << 23));
            new ContractRows(this, members.id(life.last().holder), members.team(life.last().holder), dice)
                    .write(index, customer, contact, life);
        }
    }

    private void found(RecordKind kind, long id, String words) {
        found(kind.key(), id, words);
    }

    private void found(String kind, long id, String words) {
        String text = Grams.fold(words);
        row(Sheet.FOUND).text(kind).number(id).text(text).integers(Grams.of(RecordSearch.seed(tenantId, kind), text));
    }

    private void ownership(long id, Life life, Dice dice) {
        long firstSpan = lastId(Sheet.PROTECTION) + 1;
        for (Span span : life.spans) {
            CopyRows row = row(Sheet.PROTECTION)
                    .number(next(Sheet.PROTECTION))
                    .number(id)
                    .number(members.id(span.holder))
                    .text(span.rule)
                    .instant(span.from)
                    .instant(span.until);
            instant(row, span.endedAt).text(span.endReason);
        }
        for (Request request : life.requests) {
            long span = firstSpan + life.spans.indexOf(request.span());
            long approval = request(id, span, request, dice);
            Integer days = request.days();
            if (days != null && request.status().equals("approved")) {
                row(Sheet.EXTENSION)
                        .number(next(Sheet.EXTENSION))
                        .number(span)
                        .number(approval)
                        .integer(days)
                        .instant(request.untilBefore())
                        .instant(request.untilBefore() + days * WorkCalendar.DAY)
                        .instant(request.decidedAt());
            }
        }
        for (Claim claim : life.claims) {
            row(Sheet.CLAIM)
                    .number(next(Sheet.CLAIM))
                    .number(id)
                    .number(members.id(claim.person()))
                    .number(members.team(claim.person()))
                    .instant(claim.at())
                    .date(calendar.date(claim.at()));
        }
        for (Release release : life.releases) {
            Person by = release.by();
            row(Sheet.RELEASE)
                    .number(next(Sheet.RELEASE))
                    .number(id)
                    .number(members.id(release.formerOwner()))
                    .number(by == null ? null : (Long) members.id(by))
                    .text(by == null ? "expired" : "manual")
                    .text(release.reason())
                    .instant(release.at());
        }
    }

    private long request(long customer, long span, Request request, Dice dice) {
        long id = next(Sheet.APPROVAL);
        Person decidedBy = request.decidedBy();
        CopyRows row = row(Sheet.APPROVAL)
                .number(id)
                .uuid(uuid(request.createdAt(), dice))
                .text(request.kind())
                .number(members.id(request.applicant()))
                .number(members.team(request.applicant()))
                .number(customer)
                .number(members.id(request.holder()))
                .number(span)
                .text(request.reason())
                .integer(request.days())
                .text(request.status())
                .number(decidedBy == null ? null : (Long) members.id(decidedBy));
        instant(row, request.decidedAt()).text(request.comment()).instant(request.createdAt());
        return id;
    }

    private static CopyRows instant(CopyRows row, long second) {
        return second == 0 ? row.nothing() : row.instant(second);
    }

    CopyRows row(Sheet sheet) {
        return rows.computeIfAbsent(sheet, any -> new CopyRows())
                .row(sheet.width)
                .number(tenantId);
    }

    long next(Sheet sheet) {
        return ++counter(sheet)[0];
    }

    private long lastId(Sheet sheet) {
        return counter(sheet)[0];
    }

    private long[] counter(Sheet sheet) {
        return lastIds.computeIfAbsent(sheet, any -> new long[1]);
    }

    /** A UUID of version 7 as it would have been made at the time. */
    static UUID uuid(long second, Dice dice) {
        long random = dice.next();
        long milli = second * 1000 + Math.floorMod(random, 1000);
        return new UUID(milli << 16 | 0x7000 | (random >>> 20 & 0xfff), dice.next() >>> 2 | Long.MIN_VALUE);
    }
}
