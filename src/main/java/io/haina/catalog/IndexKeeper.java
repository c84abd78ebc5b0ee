package io.haina.catalog;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Once the server is ready, and beside its work: builds the indexes that the catalogues ask for and that are not there. */
@Component
class IndexKeeper implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger log = LoggerFactory.getLogger(IndexKeeper.class);

    private final CustomFieldStore store;

    IndexKeeper(CustomFieldStore store) {
        this.store = store;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        Thread.ofVirtual().name("catalogue-indexes").start(() -> {
            try {
                store.buildMissing();
            } catch (DataAccessException e) {
                log.warn("an index of a field was not built and is tried at the next start: {}", e.toString());
            }
        });
    }
}
