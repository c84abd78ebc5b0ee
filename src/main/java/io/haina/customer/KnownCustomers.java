package io.haina.customer;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.catalog.Catalogs;
import io.haina.field.FieldCatalog;
import io.haina.field.RecordKind;
import io.haina.filter.Filter;
import io.haina.filter.Operator;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The companies that the actor's reach holds or held when they were deleted, last changed first. */
@Service
public class KnownCustomers {

    private final KnownCustomerStore store;
    private final Catalogs catalogs;

    KnownCustomers(KnownCustomerStore store, Catalogs catalogs) {
        this.store = store;
        this.catalogs = catalogs;
    }

    /**
     * A page of them.
     *
     * @param words part of the name; null for all
     * @param deleted only those that are deleted, or only those that are not; null for both
     */
    public Slice<KnownCustomer> list(Actor actor, @Nullable String words, @Nullable Boolean deleted, Page page) {
        FieldCatalog catalog = catalogs.of(actor, RecordKind.CUSTOMER);
        Filter wish = words == null
                ? Filter.EVERYTHING
                : Filter.all(
                        new Filter.Search(words),
                        new Filter.Match(CustomerFields.NAME, Operator.CONTAINS, List.of(words)));
        Scoped scoped = Access.scoped(actor, UseCase.CUSTOMER_BROWSE, wish);
        boolean remarks = catalog.find(CustomerRecordFields.REMARK).isPresent();
        return store.page(scoped, deleted, page, remarks);
    }
}
