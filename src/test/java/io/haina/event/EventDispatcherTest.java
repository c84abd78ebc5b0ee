package io.haina.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.haina.database.Recurring;
import io.haina.testing.HainaServer;
import io.haina.testing.Race;
import io.haina.testing.TestCompany;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

class EventDispatcherTest {

    private final HainaServer server = HainaServer.get();
    private final TestCompany company = TestCompany.create();
    private final List<Long> seen = Collections.synchronizedList(new ArrayList<>());

    /** The server's own dispatcher would take what these tests wait for. */
    @BeforeEach
    void quiet() {
        server.bean("eventDispatch", Recurring.class).stop();
        dispatcher().dispatch();
        seen.clear();
    }

    @AfterEach
    void asBefore() {
        server.clock().reset();
        server.jdbc().update("delete from outbox where tenant_id = ?", company.tenantId());
        server.bean("eventDispatch", Recurring.class).start();
    }

    private EventDispatcher dispatcher(Subscriber... more) {
        List<Subscriber> subscribers = new ArrayList<>(Arrays.asList(more));
        subscribers.add(event -> {
            if (event.tenantId() == company.tenantId()) {
                seen.add(event.id());
            }
        });
        return new EventDispatcher(
                server.bean(OutboxStore.class),
                subscribers,
                server.bean(PlatformTransactionManager.class),
                server.clock());
    }

    private List<Long> happened(int events) {
        return server.jdbc().queryForList("""
                        insert into outbox (tenant_id, at, type, record_id, payload)
                        select ?, now(), 'test.happened', n, jsonb_build_object('n', n) from generate_series(1, ?) n
                        returning id""", Long.class, company.tenantId(), events);
    }

    private List<Long> left() {
        return server.jdbc()
                .queryForList("select id from outbox where tenant_id = ? order by id", Long.class, company.tenantId());
    }

    @Test
    void events_come_in_order_and_are_gone_then() {
        List<Long> ids = happened(2 * EventDispatcher.BATCH + 1);
        dispatcher().dispatch();
        assertThat(seen).isEqualTo(ids);
        assertThat(left()).isEmpty();
    }

    @Test
    void an_event_tells_what_happened() {
        happened(1);
        List<OutboxEvent> events = new ArrayList<>();
        dispatcher(events::add).dispatch();
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("test.happened");
            assertThat(event.recordId()).isEqualTo(1);
            assertThat(event.payload()).isEqualTo("{\"n\": 1}");
            assertThat(event.toString()).doesNotContain("\"n\"");
        });
    }

    @Test
    void two_dispatchers_hand_nothing_out_twice() {
        for (int round = 0; round < 5; round++) {
            seen.clear();
            List<Long> ids = happened(500);
            Race.of(4, n -> () -> {
                dispatcher().dispatch();
                return true;
            });
            dispatcher().dispatch();
            assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(left()).isEmpty();
        }
    }

    @Test
    void what_a_subscriber_fails_on_comes_again_and_holds_nothing_up() {
        List<Long> ids = happened(3);
        long poison = ids.get(1);
        AtomicInteger failures = new AtomicInteger();
        EventDispatcher dispatcher = dispatcher(event -> {
            if (event.id() == poison && failures.incrementAndGet() <= 2) {
                throw new IllegalStateException("not now");
            }
        });
        dispatcher.dispatch();
        assertThat(seen).containsExactly(ids.get(0), ids.get(2));
        assertThat(left()).containsExactly(poison);
        dispatcher.dispatch();
        assertThat(failures).as("not before its time").hasValue(1);
        server.clock().advance(Duration.ofSeconds(1));
        dispatcher.dispatch();
        assertThat(failures).hasValue(2);
        server.clock().advance(Duration.ofSeconds(1));
        dispatcher.dispatch();
        assertThat(failures).as("the second wait is longer").hasValue(2);
        server.clock().advance(Duration.ofSeconds(1));
        dispatcher.dispatch();
        assertThat(seen).containsExactly(ids.get(0), ids.get(2), poison);
        assertThat(left()).isEmpty();
    }

    @Test
    void what_a_subscriber_wrote_before_a_failure_is_not_written() {
        happened(2);
        AtomicInteger calls = new AtomicInteger();
        dispatcher(event -> {
                    server.jdbc()
                            .update(
                                    "insert into team (tenant_id, name) values (?, ?)",
                                    event.tenantId(),
                                    "t" + event.id());
                    if (calls.incrementAndGet() == 1) {
                        server.jdbc().update("insert into team (tenant_id, name) values (-1, 'no such tenant')");
                    }
                })
                .dispatch();
        assertThat(seen).hasSize(1);
        assertThat(server.jdbc()
                        .queryForList(
                                "select name from team where tenant_id = ? and name like 't%'",
                                String.class, company.tenantId()))
                .containsExactly("t" + seen.getFirst());
    }

    @Test
    void what_a_dying_server_had_taken_comes_again() {
        List<Long> ids = happened(2);
        try {
            dispatcher(event -> {
                        throw new AssertionError("as good as dead");
                    })
                    .dispatch();
        } catch (AssertionError dead) {
            assertThat(left()).isEqualTo(ids);
        }
        dispatcher().dispatch();
        assertThat(seen).isEqualTo(ids);
    }

    @Test
    void waiting_doubles_up_to_five_minutes() {
        assertThat(EventDispatcher.delay(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(EventDispatcher.delay(3)).isEqualTo(Duration.ofSeconds(8));
        assertThat(EventDispatcher.delay(1_000_000)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void events_are_counted_where_operators_look() {
        server.bean(EventDispatcher.class).dispatch();
        TestCompany.create();
        server.bean(EventDispatcher.class).dispatch();
        assertThat(server.http().get("/actuator/prometheus").text())
                .containsPattern("haina_events_total\\{[^}]*type=\"staff.registered\"[^}]*} [1-9]");
    }
}
