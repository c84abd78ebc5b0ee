package io.haina.lead;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.catalog.Catalogs;
import io.haina.catalog.CommonFields;
import io.haina.customer.CustomerRecords;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import io.haina.record.Order;
import io.haina.record.Records;
import io.haina.record.Restorations;
import io.haina.record.Restored;
import io.haina.record.Row;
import io.haina.stats.Tallies;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Leads: kept by somebody, followed up, and made into customers once. */
@Service
public class Leads {

    private static final RecordKind KIND = RecordKind.LEAD;

    /** Fields of a lead that its customer gets under the same name. */
    private static final List<String> KEPT = List.of(
            LeadFields.NAME,
            LeadFields.MOBILE,
            LeadFields.TELEPHONE,
            LeadFields.EMAIL,
            LeadFields.REMARK,
            CommonFields.NEXT_CONTACT_AT);

    /** A tenant's own fields of leads and customers that mean the same, and what the customer's is called. */
    private static final Map<String, String> SAME = Map.of("线索来源", "客户来源");

    private final Records records;
    private final Restorations restorations;
    private final Catalogs catalogs;
    private final LeadStore store;
    private final CustomerRecords customers;
    private final Tallies tallies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Leads(
            Records records,
            Restorations restorations,
            Catalogs catalogs,
            LeadStore store,
            CustomerRecords customers,
            Tallies tallies,
            TransactionTemplate transaction,
            Clock clock) {
        this.records = records;
        this.restorations = restorations;
        this.catalogs = catalogs;
        this.store = store;
        this.customers = customers;
        this.tallies = tallies;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The leads of the actor's reach. @throws Refused if the wish or the order names what the actor may not see */
    public Slice<Row> list(Actor actor, Filter wish, Page page, Order order) {
        var scoped = Access.scoped(actor, UseCase.LEAD_LIST, wish);
        return records.page(scoped, KIND, page, order, part -> tallies.totalSql(scoped, KIND, part));
    }

    /** One lead. @throws Refused if there is none that the actor may see */
    public Row get(Actor actor, long id) {
        return records.get(Access.scoped(actor, UseCase.LEAD_READ), KIND, id);
    }

    /** A new lead of the actor's. @return its id @throws Refused if a value breaks a rule or is taken */
    public long add(Actor actor, Map<String, ? extends @Nullable Object> raw) {
        Permit permit = Access.permit(actor, UseCase.LEAD_ADD);
        return records.add(permit, KIND, records.readNew(permit, KIND, raw), Map.of());
    }

    /**
     * A new lead of another person's, for a package that knows whose it is to be.
     *
     * @param team the owner's, or null
     * @return its id
     * @throws Refused if a value breaks a rule or is taken
     */
    public long addFor(Actor actor, long owner, @Nullable Long team, Map<String, ? extends @Nullable Object> raw) {
        Permit permit = Access.permit(actor, UseCase.LEAD_ADD);
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("owner_id", owner);
        columns.put("team_id", team);
        return records.add(permit, KIND, records.readNew(permit, KIND, raw), columns);
    }

    /** Changes what a draft names. @throws Refused if the lead is out of reach, or a value breaks a rule or is taken */
    public void change(Actor actor, long id, Map<String, ? extends @Nullable Object> raw) {
        Permit permit = Access.permit(actor, UseCase.LEAD_CHANGE);
        records.change(permit, KIND, id, records.read(permit, KIND, raw), Map.of(), "change");
    }

    /** Deletes leads, all or none. @throws Refused if one is out of reach */
    public void delete(Actor actor, Collection<Long> ids) {
        records.delete(Access.permit(actor, UseCase.LEAD_DELETE), KIND, ids);
    }

    /** Brings a deleted lead back. @throws Refused if there is none in reach, or another has a value that may occur once */
    public Restored restore(Actor actor, long id) {
        Permit permit = Access.permit(actor, UseCase.RECORD_RESTORE);
        return transaction.execute(status -> restorations.restore(permit, KIND, id, Map.of(), false));
    }

    /** Gives leads to a person, all or none. @throws Refused if one is out of reach, or there is no such person */
    public void moveTo(Actor actor, Collection<Long> ids, long staff) {
        records.moveTo(Access.permit(actor, UseCase.LEAD_TRANSFER), KIND, ids, staff);
    }

    /**
     * Makes customers of leads, all or none: what the lead knows goes along, with its follow-ups and files. The customer is
     * the lead's owner's, and protected as if that person had reported it.
     *
     * @throws Refused if a lead is out of reach or was converted before, or a customer of the name is there
     */
    public void convert(Actor actor, Collection<Long> ids) {
        Permit permit = Access.permit(actor, UseCase.LEAD_CONVERT);
        List<Row> leads = records.all(Access.scoped(actor, UseCase.LEAD_CONVERT), KIND, ids);
        transaction.executeWithoutResult(status -> {
            for (Row lead : leads) {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                if (!store.lockUnconverted(permit, lead.id())) {
                    throw new Refused(new Problem.AlreadyConverted());
                }
                long customer = customers.registerFor(actor, ownerOf(lead), draft(actor, lead));
                store.convert(permit, lead.id(), customer, now);
            }
        });
    }

    private static long ownerOf(Row lead) {
        Long owner = lead.whole(CommonFields.OWNER_ID);
        if (owner == null) {
            throw Refused.notFound(Problem.Kind.LEAD);
        }
        return owner;
    }

    private Map<String, @Nullable Object> draft(Actor actor, Row lead) {
        Map<String, @Nullable Object> draft = new HashMap<>();
        KEPT.forEach(name -> draft.put(name, plain(lead.get(name))));
        draft.put("detailAddress", lead.get(LeadFields.ADDRESS));
        FieldCatalog of = catalogs.of(actor, KIND);
        FieldCatalog to = catalogs.of(actor, RecordKind.CUSTOMER);
        of.fields().stream().filter(field -> field.isCustom()).forEach(field -> {
            String label = SAME.getOrDefault(field.label(), field.label());
            to.labelled(label)
                    .filter(other -> other.isWritable() && (!other.isCustom() || other.type() == field.type()))
                    .ifPresent(other -> draft.put(other.name(), plain(lead.get(field.name()))));
        });
        return draft;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Instant instant ? instant.toString() : value;
    }

    /** Leads that have become customers, or have not. */
    public static Filter converted(boolean yes) {
        return new Filter.Is(LeadFields.CONVERTED, Set.of(yes));
    }
}
