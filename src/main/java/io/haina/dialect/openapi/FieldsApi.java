package io.haina.dialect.openapi;

import io.haina.access.Actor;
import io.haina.dialect.openapi.FieldsWire.CustomerField;
import io.haina.dialect.openapi.FieldsWire.FieldWish;
import io.haina.dialect.openapi.OpenapiWire.Envelope;
import io.haina.integration.ExternalFields;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The document's chapter 6: which fields customers have. */
@RestController
@Tag(name = "config", description = "字段配置")
class FieldsApi {

    private final ExternalFields fields;

    FieldsApi(ExternalFields fields) {
        this.fields = fields;
    }

    @PostMapping("/openapi/crm/config/field/list")
    @Operation(summary = "查询客户字段配置列表")
    Envelope<List<CustomerField>> list(Actor actor, @RequestBody(required = false) @Nullable FieldWish wish) {
        List<CustomerField> all = FieldNames.all(actor, fields.list(actor));
        return Envelope.of(
                wish == null
                        ? all
                        : all.stream()
                                .filter(field -> FieldNames.wants(wish, field))
                                .toList());
    }
}
