package io.haina.exchange;

import io.haina.access.UseCase;
import io.haina.catalog.Catalogs;
import io.haina.contact.Contacts;
import io.haina.customer.CustomerRecords;
import io.haina.customer.Customers;
import io.haina.field.RecordKind;
import io.haina.lead.Leads;
import io.haina.opportunity.Opportunities;
import io.haina.product.Products;
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

    @Bean
    Keeper contactKeeper(Contacts contacts) {
        return new Keeper(
                RecordKind.CONTACT,
                UseCase.CONTACT_ADD,
                UseCase.CONTACT_LIST,
                contacts::get,
                Keeper.thenMoving(contacts::add, contacts::moveTo),
                contacts::change,
                contacts::delete);
    }

    @Bean
    Keeper opportunityKeeper(Opportunities opportunities) {
        return new Keeper(
                RecordKind.OPPORTUNITY,
                UseCase.OPPORTUNITY_ADD,
                UseCase.OPPORTUNITY_LIST,
                opportunities::get,
                Keeper.thenMoving(
                        (actor, values) -> opportunities.add(actor, values, List.of()), opportunities::moveTo),
                (actor, id, values) -> opportunities.change(actor, id, values, null),
                opportunities::delete);
    }

    @Bean
    Keeper productKeeper(Products products) {
        return new Keeper(
                RecordKind.PRODUCT,
                UseCase.PRODUCT_ADD,
                UseCase.PRODUCT_LIST,
                products::get,
                Keeper.thenMoving(products::add, products::moveTo),
                products::change,
                products::delete);
    }
}
