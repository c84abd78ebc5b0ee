package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.catalog.Catalogs;
import io.haina.dialect.Sent;
import io.haina.dialect.wukong.RecordWire.Draft;
import io.haina.dialect.wukong.RecordWire.ListAsked;
import io.haina.dialect.wukong.RecordWire.Listed;
import io.haina.dialect.wukong.RecordWire.Made;
import io.haina.dialect.wukong.RecordWire.One;
import io.haina.dialect.wukong.RecordWire.Several;
import io.haina.dialect.wukong.WukongWire.Done;
import io.haina.dialect.wukong.WukongWire.Envelope;
import io.haina.dialect.wukong.WukongWire.Found;
import io.haina.field.RecordKind;
import io.haina.product.Products;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Products (产品), in the manner of the document's other chapters, for its clients open them too. */
@RestController
class ProductApi extends RecordApi {

    private final Products products;

    ProductApi(Products products, Catalogs catalogs, RecordFilters filters, Clock clock) {
        super(RecordKind.PRODUCT, catalogs, filters, clock);
        this.products = products;
    }

    @Operation(summary = "新增或修改产品")
    @RequestMapping("/api/CrmProduct/addOrUpdate")
    Envelope save(Actor actor, @Sent Draft draft) {
        Long id = id(draft);
        Map<String, @Nullable Object> raw = raw(actor, draft);
        if (id != null) {
            products.change(actor, id, raw);
            return new Done();
        }
        return new Found<>(new Made(products.add(actor, raw)));
    }

    @Operation(summary = "产品列表")
    @RequestMapping("/api/CrmProduct/queryPageList")
    Found<Listed> list(Actor actor, @Sent ListAsked asked) {
        return new Found<>(listed(actor, asked, products::list));
    }

    @Operation(summary = "产品详情")
    @RequestMapping("/api/CrmProduct/queryById")
    Found<Map<String, @Nullable Object>> get(Actor actor, @Sent One one) {
        return new Found<>(detailed(actor, products.get(actor, id(one))));
    }

    @Operation(summary = "产品批量转移")
    @RequestMapping({"/api/CrmProduct/transfer", "/api/CrmProduct/changeOwnerUser"})
    Done moveTo(Actor actor, @Sent Several several) {
        products.moveTo(
                actor, RecordFilters.ids(several), WukongFilters.required("newOwnerUserId", several.newOwnerUserId()));
        return new Done();
    }

    @Operation(summary = "产品批量删除")
    @RequestMapping("/api/CrmProduct/deleteByIds")
    Done delete(Actor actor, @Sent Several several) {
        products.delete(actor, RecordFilters.ids(several));
        return new Done();
    }
}
