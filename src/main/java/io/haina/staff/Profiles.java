package io.haina.staff;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import io.haina.filter.Filter;
import io.haina.filter.Page;
import io.haina.filter.Slice;
import io.haina.problem.Problem;
import io.haina.problem.Refused;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The people of a company, as everybody in it may see them: to know whom one speaks of, and to hand work over. */
@Service
public class Profiles {

    private final ProfileStore store;

    Profiles(ProfileStore store) {
        this.store = store;
    }

    /** The actor's own. */
    public Profile mine(Actor actor) {
        return store.first(Access.scoped(actor, UseCase.PROFILE_READ))
                .orElseThrow(() -> Refused.notFound(Problem.Kind.STAFF));
    }

    /** Everybody who may sign in, by name. */
    public List<Profile> active(Actor actor) {
        return store.active(Access.scoped(actor, UseCase.STAFF_LIST));
    }

    /**
     * People of the company by their numbers, whether they may sign in or not; a number that is nobody's is left out.
     */
    public Map<Long, Profile> byIds(Actor actor, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return store.some(Access.scoped(actor, UseCase.STAFF_LIST), ids).stream()
                .collect(Collectors.toMap(Profile::id, Function.identity()));
    }

    /**
     * Everybody, by name, those who may no longer sign in last.
     *
     * @param words part of a name, user name or phone number; null for all
     * @param disabled only those who may no longer sign in, or only those who may; null for both
     */
    public Slice<Profile> list(Actor actor, @Nullable String words, @Nullable Boolean disabled, Page page) {
        Filter wish = words == null ? Filter.EVERYTHING : new Filter.Search(words);
        return store.page(Access.scoped(actor, UseCase.STAFF_LIST, wish), disabled, page);
    }

    /** A page of the people whom another use case lets the actor see. */
    public Slice<Profile> page(Scoped scoped, Page page) {
        return store.page(scoped, null, page);
    }

    /** What {@link #page} narrows to one person by. */
    public static Filter person(long staff) {
        return new Filter.Is(StaffFields.ID, Set.of(staff));
    }
}
