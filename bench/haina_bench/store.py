"""A store of one size while it is measured: a copy of it, the server on it, and PostgreSQL alone."""

import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

import load
import operations
import statements

STARTS = 3
# The compilers' part of the JVM's CPU below which an operation counts as warm.
QUIET = 0.04
WARM_SLICE = 1


class Store:
    """Measured side by side with stores of other sizes, so that what slows the machine down slows all of them."""

    def __init__(self, size, home, folder, make_server, options):
        self.size = size
        self.home = pathlib.Path(home)
        self.copy = folder / f"copy-{size}"
        self.requests_file = folder / f"requests-{size}.txt"
        self.make_server = make_server
        self.clients = options.clients
        self.sql_seconds = options.sql_seconds
        self.server = None
        self.database = None
        self.operations = []
        self.scripts = {}
        self.idle = [0, 0]
        self.figures = {}

    def begin(self):
        """Copies the store, because what is measured writes and the next run shall find the same; measures starts."""
        shutil.rmtree(self.copy, ignore_errors=True)
        subprocess.run(["cp", "-a", "--reflink=auto", str(self.home.resolve()), str(self.copy)], check=True)
        self.server = self.make_server(self.size, self.copy)
        self.server.start()
        self.server.stop()  # once, so that what a first start after a load repairs is not counted
        starts = []
        for _ in range(STARTS):
            starts.append(self.server.start())
            memory = self.server.memory()[0]
            self.server.stop()
        self.figures = {"customers": self.size, "startSeconds": statistics.median(starts), "memoryAtStart": memory}

    def serve(self, only):
        self.server.start()
        self.database = self.server.database()
        self.operations = [o for o in operations.operations(self.server, self.database, self.size) if not only or o.name in only]

    def end(self):
        if self.server is not None:
            self.server.stop()
        shutil.rmtree(self.copy, ignore_errors=True)

    def warm(self, longest):
        """Runs everything until the JVM's compilers have next to nothing left to do, twice: what comes later undoes some of it."""
        for lap in range(2):
            for operation in self.operations:
                operation.prepare()
                if operation.name == "claim":
                    if lap == 0:
                        self.wrk(operation, 1)
                    continue
                if lap == 0:
                    self.wrk(operation, WARM_SLICE)  # the compilers wait until code is hot
                end = time.monotonic() + longest / (lap + 1)
                while self.compiling(lambda warmed=operation: self.wrk(warmed, WARM_SLICE)) > QUIET and time.monotonic() < end:
                    pass
        # What was written meanwhile is many times of what these tables held: autovacuum would look within a minute.
        self.database.sql("analyze")

    def compiling(self, action):
        """The compilers' part of the JVM's CPU while something runs."""
        begin = self.server.compilers(), self.server.cpu()
        action()
        end = self.server.compilers(), self.server.cpu()
        return (end[0] - begin[0]) / max(0.01, end[1] - begin[1])

    def capture(self):
        with statements.Recorder(self.database) as recorder:
            ignored = statements.background(recorder)
            for operation in self.operations:
                self.scripts[operation.name] = statements.capture(recorder, self.server, operation, ignored)
        begin = self.instant()
        time.sleep(3)
        self.idle = [(now - then) / 3 for then, now in zip(begin, self.instant())]

    def instant(self):
        """CPU that the server and the database have used."""
        return self.server.cpu(), self.database.cpu()

    def one(self, operation, seconds):
        """One slice of an operation, and of its SQL alone."""
        for _ in range(3):
            begin, begun = self.instant(), time.monotonic()
            figures = self.wrk(operation, seconds)
            end, took = self.instant(), time.monotonic() - begun
            if took < seconds + 2:
                break  # else the machine stood still
        answered = figures["requests"]
        if not answered:
            raise SystemExit(f"bench: {operation.name}: no answers")
        server, database = (max(0, now - then - idle * took) for then, now, idle in zip(begin, end, self.idle))
        return {"requests": answered, "bad": figures["bad"] + figures["failed"], "rate": answered / figures["seconds"],
                "p50": figures["p50"] / 1000, "p99": figures["p99"] / 1000,
                "serverCpu": 1000 * server / answered, "databaseCpu": 1000 * database / answered, **self.sql_alone(operation)}

    def wrk(self, operation, seconds):
        requests = operation.requests[operation.used if operation.once else 0:]
        self.requests_file.write_text("\n".join(r.line() for r in requests) + "\n")
        figures = load.wrk(self.server.port, self.requests_file, operation.once, self.clients, seconds)
        operation.used += figures["requests"] + 10 * self.clients
        return figures

    def sql_alone(self, operation):
        scripts = self.scripts[operation.name]
        limit = ["-T", str(self.sql_seconds)]
        if operation.name == "claim":
            limit = ["-t", str(max(1, min(self.claimable() // self.clients - 1, 400)))]
        mode = "extended" if any(script.planned_anew for script in scripts) else "prepared"
        begin, begun = self.database.cpu(), time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            count, rate = load.pgbench(self.database, pathlib.Path(folder), scripts, mode, self.clients, limit, operation.name)
        cpu = self.database.cpu() - begin - self.idle[1] * (time.monotonic() - begun)
        return {"sqlRate": rate, "sqlMode": mode, "sqlCpu": 1000 * max(0, cpu) / count}

    def claimable(self):
        self.database.sql("drop schema if exists bench cascade; create schema bench;")
        operations.pooled(self.database)
        return int(self.database.sql("""
            create table bench.pool as
                select row_number() over (order by hashtext(uuid::text)) as n, uuid from customer
                where deleted_at is null and owner_id is null limit 20000;
            create unique index on bench.pool (n);
            analyze bench.pool;
            create sequence bench.turn;
            select count(*) from bench.pool;""")[0][0])


def middle(slices):
    """The median of each figure."""
    numbers = [key for key, value in slices[0].items() if not isinstance(value, str)]
    return {**slices[0], **{key: statistics.median(s[key] for s in slices) for key in numbers},
            "requests": sum(s["requests"] for s in slices), "bad": sum(s["bad"] for s in slices)}
