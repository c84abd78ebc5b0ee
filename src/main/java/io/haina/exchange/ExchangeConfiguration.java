package io.haina.exchange;

import io.haina.access.UseCase;
import io.haina.catalog.Catalogs;
import io.haina.customer.CustomerRecords;
import io.haina.customer.Customers;
import io.haina.field.RecordKind;
import io.haina.lead.Leads;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be imported and exported. */
@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

    @Bean
    Targets importTargets(List<Keeper> keepers, Catalogs catalogs, TargetStore store) {
        return new Targets(keepers.stream()
                .<ImportTarget>map(keeper -> new RecordTarget(keeper, catalogs, store))
                .toList());
    }

    @Bean
    Keeper leadKeeper(Leads leads) {
        return new Keeper(
                RecordKind.LEAD,
                UseCase.LEAD_ADD,
                UseCase.LEAD_LIST,
                leads::get,
                Keeper.thenMoving(leads::add, leads::moveTo),
                leads::change,
                leads::delete);
    }

    /** A new customer is registered, and protected for its owner. */
    @Bean
    Keeper customerKeeper(CustomerRecords records, Customers customers) {
        return new Keeper(
                RecordKind.CUSTOMER,
                UseCase.CUSTOMER_REPORT,
                UseCase.CUSTOMER_BROWSE,
                records::get,
                records::registerFor,
                records::change,
                (actor, ids) -> ids.forEach(
                        id -> customers.delete(actor, records.get(actor, id).uuid())));
    }
}
