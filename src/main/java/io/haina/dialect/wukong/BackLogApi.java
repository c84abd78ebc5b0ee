package io.haina.dialect.wukong;

import io.haina.access.Actor;
import io.haina.dialect.wukong.SystemWire.Waiting;
import io.haina.dialect.wukong.WukongWire.Found;
import io.haina.stats.Backlog;
import io.haina.stats.Stats;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the person, as the clients of document 002 show it beside their menu. */
@RestController
@Tag(name = "backlog", description = "待办")
class BackLogApi {

    private final Stats stats;

    BackLogApi(Stats stats) {
        this.stats = stats;
    }

    @RequestMapping("/api/CrmBackLog/num")
    @Operation(summary = "待办事项数量")
    Found<Waiting> numbers(Actor actor) {
        Backlog backlog = stats.backlog(actor);
        return new Found<>(new Waiting(
                backlog.customersToday(),
                backlog.leadsToday(),
                backlog.contactsToday(),
                backlog.opportunitiesToday(),
                backlog.leadsUntouched(),
                backlog.customersUntouched(),
                backlog.expiring(),
                0,
                0,
                0,
                backlog.contractsEnding()));
    }
}
