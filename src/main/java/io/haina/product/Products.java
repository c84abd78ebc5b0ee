package io.haina.product;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
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
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The products of the company: everybody sells them, managers and admins keep the list. */
@Service
public class Products {

    private static final RecordKind KIND = RecordKind.PRODUCT;

    private final Records records;
    private final Restorations restorations;
    private final ProductStore store;
    private final TransactionTemplate transaction;

    Products(Records records, Restorations restorations, ProductStore store, TransactionTemplate transaction) {
        this.records = records;
        this.restorations = restorations;
        this.store = store;
        this.transaction = transaction;
    }

    /** The tenant's products. @throws Refused if the wish or the order names what the actor may not see */
    public Slice<Row> list(Actor actor, Filter wish, Page page, Order order) {
        return records.page(Access.scoped(actor, UseCase.PRODUCT_LIST, wish), KIND, page, order);
    }

    /** One product. @throws Refused if there is none */
    public Row get(Actor actor, long id) {
        return records.get(Access.scoped(actor, UseCase.PRODUCT_READ), KIND, id);
    }

    /** A new product. @return its id @throws Refused if a value breaks a rule or is taken */
    public long add(Actor actor, Map<String, ? extends @Nullable Object> raw) {
        Permit permit = Access.permit(actor, UseCase.PRODUCT_ADD);
        return records.add(permit, KIND, records.readNew(permit, KIND, raw), Map.of());
    }

    /** Changes what a draft names. @throws Refused if there is no such product, or a value breaks a rule or is taken */
    public void change(Actor actor, long id, Map<String, ? extends @Nullable Object> raw) {
        Permit permit = Access.permit(actor, UseCase.PRODUCT_CHANGE);
        records.change(permit, KIND, id, records.read(permit, KIND, raw), Map.of(), "change");
    }

    /** Deletes products, all or none. @throws Refused if there is no such product, or an opportunity uses one */
    public void delete(Actor actor, Collection<Long> ids) {
        Permit permit = Access.permit(actor, UseCase.PRODUCT_DELETE);
        transaction.executeWithoutResult(status -> {
            store.lock(permit, ids);
            if (store.isUsed(permit, ids)) {
                throw new Refused(new Problem.RecordInUse(Problem.Kind.PRODUCT));
            }
            records.delete(permit, KIND, ids);
        });
    }

    /** Brings a deleted product back. @throws Refused if there is none, or another has a value that may occur once */
    public Restored restore(Actor actor, long id) {
        Permit permit = Access.permit(actor, UseCase.PRODUCT_RESTORE);
        return transaction.execute(status -> restorations.restore(permit, KIND, id, Map.of(), false));
    }

    /** Makes a person answer for products, all or none. @throws Refused if there is no such product or person */
    public void moveTo(Actor actor, Collection<Long> ids, long staff) {
        records.moveTo(Access.permit(actor, UseCase.PRODUCT_TRANSFER), KIND, ids, staff);
    }
}
