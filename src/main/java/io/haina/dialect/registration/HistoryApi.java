package io.haina.dialect.registration;

import io.haina.access.Actor;
import io.haina.dialect.Inputs;
import io.haina.dialect.registration.CustomersWire.HoldingRow;
import io.haina.dialect.registration.RegistrationWire.Found;
import io.haina.ownership.Ownership;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who held a customer, an addition to document 000. */
@RestController
@Tag(name = "customers")
class HistoryApi {

    private final Ownership ownership;

    HistoryApi(Ownership ownership) {
        this.ownership = ownership;
    }

    @GetMapping("/api/customers/{id}/history")
    @Operation(summary = "客户归属历史,从早到晚")
    Found<List<HoldingRow>> history(Actor actor, @PathVariable String id) {
        return new Found<>(ownership.history(actor, Inputs.uuid("id", id)).stream()
                .map(holding -> HoldingRow.of(holding, actor.tenant().zone()))
                .toList());
    }
}
