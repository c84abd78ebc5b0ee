package io.haina.exchange;

import io.haina.access.UseCase;
import io.haina.catalog.Catalogs;
import io.haina.field.RecordKind;
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
    Listing leadListing() {
        return new Listing(RecordKind.LEAD, UseCase.LEAD_LIST);
    }

    @Bean
    Listing customerListing() {
        return new Listing(RecordKind.CUSTOMER, UseCase.CUSTOMER_BROWSE);
    }
}
