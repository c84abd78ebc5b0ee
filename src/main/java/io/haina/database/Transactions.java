package io.haina.database;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions are opened in so many words, never by an annotation: what would look for annotations in every bean of a
 * start is left out.
 */
@Configuration(proxyBeanMethods = false)
class Transactions {

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }
}
