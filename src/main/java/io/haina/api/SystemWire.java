package io.haina.api;

import io.haina.system.ServerState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** The chapter on the server itself. */
sealed interface SystemWire extends AdminWire {

    /**
     * PostgreSQL.
     *
     * @param size bytes, of all companies
     * @param embedded whether it is the one that Haina brings along
     */
    @Schema(name = "SystemDatabase")
    record Database(String version, long size, boolean embedded) implements SystemWire {}

    /** Jobs of the company. */
    @Schema(name = "SystemJobs")
    record Jobs(long running, long waiting) implements SystemWire {}

    /** Memory of the server, in bytes. */
    @Schema(name = "SystemMemory")
    record Heap(long used, long maximum) implements SystemWire {}

    /**
     * The server that answered.
     *
     * @param node the name of its machine
     */
    @Schema(name = "ServerState")
    record Shown(String version, String java, Instant startedAt, String node, Database database, Jobs jobs, Heap heap)
            implements SystemWire {

        static Shown of(ServerState state) {
            return new Shown(
                    state.version(),
                    state.java(),
                    state.startedAt(),
                    state.node(),
                    new Database(state.databaseVersion(), state.databaseBytes(), state.embedded()),
                    new Jobs(state.jobsRunning(), state.jobsWaiting()),
                    new Heap(state.heapUsed(), state.heapMaximum()));
        }
    }
}
