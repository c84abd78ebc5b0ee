package io.haina.kind;

import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.field.RecordKind;
import io.haina.product.Products;
import io.haina.record.Restored;
import io.haina.record.Row;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Products as one kind among the others. */
@Component
final class ProductKeeper implements Keeper {

    private final Products products;

    ProductKeeper(Products products) {
        this.products = products;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PRODUCT;
    }

    @Override
    public UseCase addition() {
        return UseCase.PRODUCT_ADD;
    }

    @Override
    public UseCase listing() {
        return UseCase.PRODUCT_LIST;
    }

    @Override
    public UseCase changing() {
        return UseCase.PRODUCT_CHANGE;
    }

    @Override
    public UseCase deletion() {
        return UseCase.PRODUCT_DELETE;
    }

    @Override
    public UseCase transfer() {
        return UseCase.PRODUCT_TRANSFER;
    }

    @Override
    public Row get(Actor actor, long id) {
        return products.get(actor, id);
    }

    @Override
    public long add(Actor actor, Map<String, ? extends @Nullable Object> values) {
        return products.add(actor, values);
    }

    @Override
    public void change(Actor actor, long id, Map<String, ? extends @Nullable Object> values) {
        products.change(actor, id, values);
    }

    @Override
    public void delete(Actor actor, Collection<Long> ids) {
        products.delete(actor, ids);
    }

    @Override
    public void moveTo(Actor actor, Collection<Long> ids, long staff) {
        products.moveTo(actor, ids, staff);
    }

    @Override
    public Restored restore(Actor actor, long id) {
        return products.restore(actor, id);
    }
}
