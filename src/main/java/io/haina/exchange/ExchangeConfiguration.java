package io.haina.exchange;

import io.haina.catalog.Catalogs;
import io.haina.kind.Keeper;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be imported: every kind of record. */
@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

    @Bean
    Targets importTargets(List<Keeper> keepers, Catalogs catalogs, TargetStore store) {
        return new Targets(keepers.stream()
                .<ImportTarget>map(keeper -> new RecordTarget(keeper, catalogs, store))
                .toList());
    }
}
