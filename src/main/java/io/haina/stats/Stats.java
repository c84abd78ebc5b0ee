package io.haina.stats;

import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Scoped;
import io.haina.access.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * The figures that pages show, exact at every moment. What they cost grows with the days of a range and the people of a
 * reach, not with the number of customers. Days, weeks and months are those of the tenant's zone.
 */
@Service
public class Stats {

    private final StatsStore store;
    private final TeamStore teams;
    private final BacklogStore backlogs;
    private final AgendaStore agendas;
    private final FunnelStore funnels;
    private final Clock clock;

    Stats(
            StatsStore store,
            TeamStore teams,
            BacklogStore backlogs,
            AgendaStore agendas,
            FunnelStore funnels,
            Clock clock) {
        this.store = store;
        this.teams = teams;
        this.backlogs = backlogs;
        this.agendas = agendas;
        this.funnels = funnels;
        this.clock = clock;
    }

    /** What the actor sees first, over the customers within the actor's reach. */
    public Dashboard dashboard(Actor actor) {
        return store.dashboard(Access.scoped(actor, UseCase.STATS_DASHBOARD), clock.instant());
    }

    /**
     * How the people of the actor's reach do: a manager's team, an admin's whole tenant.
     *
     * @param range when the customers were reported and the people active
     */
    public TeamStats team(Actor actor, Range range, Period period) {
        return teams.team(Access.scoped(actor, UseCase.STATS_TEAM), range, period);
    }

    /** The customers of the actor's reach by where they came from, most first; those reported in a range. */
    public List<Share> bySource(Actor actor, Range range) {
        return store.shares(Access.scoped(actor, UseCase.STATS_ANALYSIS), "source", range);
    }

    /** The customers of the actor's reach by industry, most first; those reported in a range. */
    public List<Share> byIndustry(Actor actor, Range range) {
        return store.shares(Access.scoped(actor, UseCase.STATS_ANALYSIS), "industry", range);
    }

    /** The opportunities of the actor's reach that stand at each stage of a pipeline, and those that ended there. */
    public List<FunnelStep> funnel(Actor actor, long pipeline) {
        return funnels.steps(Access.scoped(actor, UseCase.STATS_ANALYSIS), pipeline);
    }

    /** How the tenant uses its pool. */
    public PoolUse pool(Actor actor) {
        return store.pool(Access.scoped(actor, UseCase.STATS_POOL), clock.instant());
    }

    /** How many customers lie in each pool that the actor sees; a pool that is not named is empty. */
    public Map<Long, Long> pooled(Actor actor) {
        return store.pooled(Access.scoped(actor, UseCase.POOL_LIST));
    }

    /** What the actor had best do today. */
    public Agenda agenda(Actor actor) {
        Scoped own = Access.scoped(actor, UseCase.STATS_BACKLOG);
        Map<String, String> usual = agendas.usual(own);
        Instant now = clock.instant();
        return new Agenda(
                agendas.followUps(own, now),
                agendas.expiring(own, now),
                agendas.matches(Access.scoped(actor, UseCase.POOL_LIST), usual.get("industry"), usual.get("region")));
    }

    /** What waits for the actor: of what the actor holds, whatever the role. */
    public Backlog backlog(Actor actor) {
        return backlogs.backlog(Access.scoped(actor, UseCase.STATS_BACKLOG), clock.instant());
    }
}
