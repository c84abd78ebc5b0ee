package io.haina.demo;

import io.haina.demo.DemoStore.Admin;
import io.haina.stats.Tallies;
import io.haina.tenant.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fills a company with a year of made-up work. The same size at the same instant makes the same rows, but for their
 * numbers. All of it is one transaction: a load that is interrupted leaves nothing.
 */
@Service
class DemoLoad {

    /** Everybody's password but the admin's. */
    static final String PASSWORD = "demo123";

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoad.class);
    private static final long SEED = 20_240_120;
    private static final int CHUNK = 4_000;
    private static final int LARGE = 2_000;
    private static final int TOLD_EACH = 100_000;

    private final DemoStore store;
    private final Tallies tallies;
    private final TransactionOperations transactions;
    private final Clock clock;

    DemoLoad(DemoStore store, Tallies tallies, TransactionOperations transactions, Clock clock) {
        this.store = store;
        this.tallies = tallies;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Loads, unless the company has customers or staff of its own; whether it did. */
    boolean load(Tenant tenant, DemoSize size) {
        boolean large = size.customers() >= LARGE;
        boolean loaded = Boolean.TRUE.equals(transactions.execute(status -> load(tenant, size, large)));
        if (loaded && large) {
            store.vacuum();
        }
        return loaded;
    }

    /**
     * As {@link #load(Tenant, DemoSize)}, in the caller's transaction.
     *
     * @param bare whether the tables are loaded without indexes, each of which is then built at once
     */
    boolean load(Tenant tenant, DemoSize size, boolean bare) {
        store.takeTurns();
        Admin admin = store.admin(tenant).orElse(null);
        if (admin == null || !store.isUntouched(tenant)) {
            return false;
        }
        Instant now = clock.instant();
        Dice dice = new Dice(SEED, -2);
        Crew crew = new Crew(size, dice, admin.username(), admin.realName());
        store.offer(tenant, Stream.of(Industry.values()).map(Industry::label).toList(), Phrases.SOURCES);
        String hash = String.valueOf(new BCryptPasswordEncoder().encode(PASSWORD));
        Members members = store.insert(tenant, crew, admin, hash, now.minus(Duration.ofDays(WorkCalendar.DAYS + 30)));
        WorkCalendar calendar = new WorkCalendar(now, tenant.zone(), size.customers());
        LifeTeller teller = new LifeTeller(
                SEED,
                size.customers(),
                crew,
                calendar,
                second -> tenant.protectedUntil(Instant.ofEpochSecond(second)).getEpochSecond(),
                new ClaimBook(crew, calendar, tenant.claimsPerDay()));
        BareTables tables = bare ? store.bareTables() : null;
        store.disableTriggers();
        Map<Sheet, long[]> ids = store.lastIds();
        copy(size, teller, new LifeRows(tenant.id(), SEED, store.catalogue(tenant), members, calendar, ids));
        store.setLastIds(ids);
        if (tables != null) {
            LOG.info("Demo: building the indexes");
            tables.dress();
        }
        store.enableTriggers();
        store.insertClaimDays(tenant);
        tallies.rebuild(tenant.id());
        store.analyze();
        return true;
    }

    /** While the database takes one piece, the next is made. */
    private void copy(DemoSize size, LifeTeller teller, LifeRows rows) {
        CompletableFuture<Map<Sheet, CopyRows>> next =
                CompletableFuture.supplyAsync(() -> piece(size, 0, teller, rows));
        for (int begin = 0; begin < size.customers(); begin += CHUNK) {
            Map<Sheet, CopyRows> piece = next.join();
            int following = begin + CHUNK;
            next = CompletableFuture.supplyAsync(() -> piece(size, following, teller, rows));
            store.copy(piece);
            if (following % TOLD_EACH == 0) {
                LOG.info("Demo: {} of {} customers", following, size.customers());
            }
        }
        next.join();
    }

    private static Map<Sheet, CopyRows> piece(DemoSize size, int begin, LifeTeller teller, LifeRows rows) {
        for (int i = begin; i < Math.min(begin + CHUNK, size.customers()); i++) {
            rows.add(i, teller.tell(i));
        }
        return rows.take();
    }
}
