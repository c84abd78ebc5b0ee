package io.haina.system;

import io.haina.Haina;
import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.UseCase;
import io.haina.database.SoleNode;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The servers of this installation, as far as an admin may look into one. */
@Service
public class Servers {

    private final SystemStore store;
    private final boolean embedded;

    Servers(SystemStore store, ObjectProvider<SoleNode> embedded) {
        this.store = store;
        this.embedded = embedded.getIfAvailable() != null;
    }

    /** The one that serves this request. @throws io.haina.problem.Refused if the actor is no admin */
    public ServerState here(Actor actor) {
        SystemStore.Database database = store.read(Access.scoped(actor, UseCase.SYSTEM_READ));
        Runtime runtime = Runtime.getRuntime();
        return new ServerState(
                Objects.requireNonNullElse(Haina.class.getPackage().getImplementationVersion(), "development"),
                Runtime.version().toString(),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                node(),
                database.version(),
                database.bytes(),
                embedded,
                database.running(),
                database.waiting(),
                runtime.totalMemory() - runtime.freeMemory(),
                runtime.maxMemory());
    }

    private static String node() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
