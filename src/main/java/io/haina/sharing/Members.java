package io.haina.sharing;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.UseCase;
import io.haina.field.RecordKind;
import io.haina.filter.Batch;
import io.haina.problem.Problem;
import io.haina.problem.Problem.Rule;
import io.haina.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The members of customers and opportunities: people who see a record beside its owner, and may change it where their power
 * is to write. The owner, a manager in whose reach the record lies, and an admin choose them. A customer that goes into a
 * pool loses its members.
 */
@Service
public class Members {

    private static final Set<RecordKind> SHARED = Set.of(RecordKind.CUSTOMER, RecordKind.OPPORTUNITY);

    private final MemberStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Members(MemberStore store, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Who works on a record: the owner, then the members by name. @throws Refused if the actor does not see it */
    public List<Member> of(Actor actor, RecordKind kind, long id) {
        List<Member> members = store.members(Access.scoped(actor, UseCase.MEMBER_READ), checked(kind), id);
        if (members.isEmpty()) {
            throw missing(kind);
        }
        return members;
    }

    /**
     * Makes people members of records, or gives those who are another power. The owner of a record stays what he is.
     *
     * @throws Refused if a record is out of the actor's reach, or a person is not there or disabled; then nothing is done
     */
    public void add(Actor actor, RecordKind kind, Collection<Long> records, Collection<Long> people, Power power) {
        Permit permit = Access.permit(actor, UseCase.MEMBER_CHANGE);
        checked(kind);
        Batch batch = Batch.of("records", records);
        Batch members = Batch.of("members", people);
        transaction.executeWithoutResult(status -> {
            MemberStore.Found found = store.put(permit, kind, batch, members, power, now());
            require(kind, batch, found);
            if (found.people() < members.size()) {
                throw Refused.notFound(Problem.Kind.STAFF);
            }
        });
    }

    /**
     * Gives members of records another power; who is no member stays none.
     *
     * @throws Refused if a record is out of the actor's reach; then nothing is done
     */
    public void change(Actor actor, RecordKind kind, Collection<Long> records, Collection<Long> people, Power power) {
        Permit permit = Access.permit(actor, UseCase.MEMBER_CHANGE);
        checked(kind);
        Batch batch = Batch.of("records", records);
        Batch members = Batch.of("members", people);
        transaction.executeWithoutResult(
                status -> require(kind, batch, store.change(permit, kind, batch, members, power, now())));
    }

    /**
     * Takes people off records; who is no member stays none.
     *
     * @throws Refused if a record is out of the actor's reach; then nothing is done
     */
    public void remove(Actor actor, RecordKind kind, Collection<Long> records, Collection<Long> people) {
        Permit permit = Access.permit(actor, UseCase.MEMBER_CHANGE);
        checked(kind);
        Batch batch = Batch.of("records", records);
        Batch members = Batch.of("members", people);
        transaction.executeWithoutResult(
                status -> require(kind, batch, store.remove(permit, kind, batch, members, now())));
    }

    /** Takes the actor off a record. @throws Refused if the actor is no member of it */
    public void leave(Actor actor, RecordKind kind, long id) {
        if (!store.leave(Access.permit(actor, UseCase.MEMBER_LEAVE), checked(kind), id, now())) {
            throw missing(kind);
        }
    }

    private static RecordKind checked(RecordKind kind) {
        if (!SHARED.contains(kind)) {
            throw Refused.invalid("kind", Rule.NOT_A_CHOICE);
        }
        return kind;
    }

    private static void require(RecordKind kind, Batch batch, MemberStore.Found found) {
        if (found.records() < batch.size()) {
            throw missing(kind);
        }
    }

    private static Refused missing(RecordKind kind) {
        return Refused.notFound(Problem.Kind.valueOf(kind.name()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
