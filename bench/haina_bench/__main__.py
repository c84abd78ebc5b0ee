"""Measures the server at several sizes, and PostgreSQL alone with the server's own SQL beside it."""

import argparse
import datetime
import json
import os
import pathlib
import platform
import re
import shutil
import socket
import statistics
import subprocess
import tempfile
import time

import operations
import report
import statements
from server import Server

ROOT = pathlib.Path(__file__).resolve().parents[2]
BENCH = ROOT / "bench"
STARTS = 3


def arguments():
    parser = argparse.ArgumentParser(prog="bench/run.sh", description=__doc__)
    parser.add_argument("--sizes", default="10000,100000,1000000", help="customers, comma-separated")
    parser.add_argument("--only", default="", help="names of operations, comma-separated")
    parser.add_argument("--seconds", type=float, default=4, help="for each measurement of the server")
    parser.add_argument("--sql-seconds", type=int, default=3, help="for each measurement of pgbench")
    parser.add_argument("--warm-seconds", type=float, default=4, help="for each operation before anything is measured, twice")
    parser.add_argument("--clients", type=int, default=8, help="connections at a time, of wrk and of pgbench")
    parser.add_argument("--homes", default=str(ROOT / "target" / "bench"), help="where the stores lie between runs")
    parser.add_argument("--fresh", action="store_true", help="make the stores anew")
    parser.add_argument("--load-only", action="store_true", help="make the stores and measure nothing")
    parser.add_argument("--report-only", action="store_true", help="write the tables from the last results again")
    parser.add_argument("--plain", action="store_true", help="java -jar with HAINA_JAVA_OPTS instead of deploy/haina")
    parser.add_argument("--results", default=str(BENCH / "results"), help="folder for the results")
    return parser.parse_args()


def java_home():
    for home in (os.environ.get("JAVA_HOME"), *sorted(map(str, pathlib.Path("/usr/lib/jvm").glob("*25*")))):
        if home and (pathlib.Path(home) / "bin" / "java").exists():
            return home
    raise SystemExit("bench: JAVA_HOME must name a Java 25")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Run:
    def __init__(self, options):
        self.options = options
        self.homes = pathlib.Path(options.homes)
        self.homes.mkdir(parents=True, exist_ok=True)
        self.made = set()
        self.only = set(filter(None, options.only.split(",")))
        self.wrk_file = self.homes / "requests.txt"

    def server(self, size, home):
        jar = str(pathlib.Path(os.environ.get("HAINA_JAR", ROOT / "target" / "haina.jar")).resolve())
        home_of_java = java_home()
        if self.options.plain:
            command = [f"{home_of_java}/bin/java", *os.environ.get("HAINA_JAVA_OPTS", "").split(), "-jar", jar]
        else:
            command = [str(ROOT / "deploy" / "haina"), jar]
        return Server(command, {**os.environ, "JAVA_HOME": home_of_java}, home, free_port(), self.homes / f"{size}.log")

    def load(self, size):
        """Makes the store of a size unless it is there; what is known about its making."""
        home = self.homes / str(size)
        note = self.homes / f"{size}.json"
        if size not in self.made and (self.options.fresh or not note.exists()):
            shutil.rmtree(home, ignore_errors=True)
            note.unlink(missing_ok=True)
            say(f"{size}: loading")
            self.made.add(size)
            note.write_text(json.dumps({"loadSeconds": self.server(size, home).load(size, 10, 200)}))
        return json.loads(note.read_text())

    def measure(self, size):
        result = {"customers": size, **self.load(size)}
        copy = self.homes / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        # what is measured writes, and the next run shall find the same store
        subprocess.run(["cp", "-a", "--reflink=auto", str((self.homes / str(size)).resolve()), str(copy)], check=True)
        server = self.server(size, copy)
        try:
            server.start()
            server.stop()  # once, so that what a first start after a load repairs is not counted
            starts = [server.start()]
            for _ in range(STARTS - 1):
                server.stop()
                starts.append(server.start())
            result["startSeconds"] = statistics.median(starts)
            result["memoryAtStart"] = server.memory()[0]
            database = server.database()
            everything = operations.operations(server, database, size)
            chosen = [o for o in everything if not self.only or o.name in self.only]
            say(f"{size}: warming")
            for lap in range(2):
                for operation in chosen:
                    operation.prepare()
                    if lap == 0 or operation.name != "claim":
                        self.wrk(server, operation, 1 if operation.name == "claim" else self.options.warm_seconds)
            # What was written while warming is many times of what these tables held: autovacuum would look within a minute.
            database.sql("analyze")
            scripts = self.capture(server, database, chosen, size)
            idle = self.idle(server, database)
            result["operations"] = {}
            for operation in chosen:
                figures = self.one(server, database, operation, scripts[operation.name], idle)
                result["operations"][operation.name] = {"label": operation.label, "write": operation.write, **figures}
                say(f"{size}: {operation.name}: {figures['rate']:.0f}/s, p50 {figures['p50']:.2f} ms, "
                    f"CPU {figures['serverCpu']:.3f} + {figures['databaseCpu']:.3f} ms; "
                    f"pgbench {figures['sqlRate']:.0f}/s" + (f", {figures['bad']} BAD" if figures["bad"] else ""))
            result["memoryAfter"], result["memoryPeak"] = server.memory()
        finally:
            server.stop()
            shutil.rmtree(copy, ignore_errors=True)
        return result

    def capture(self, server, database, chosen, size):
        say(f"{size}: reading the server's SQL from PostgreSQL's log")
        scripts = {}
        with statements.Recorder(database) as recorder:
            ignored = statements.background(recorder)
            for operation in chosen:
                scripts[operation.name] = statements.capture(recorder, server, operation, ignored)
        if size == max(map(int, self.options.sizes.split(","))):
            for name, variants in scripts.items():
                (BENCH / "sql" / f"{name}.sql").write_text(variants[0].readable)
        return scripts

    def idle(self, server, database):
        """CPU a second that is used while nobody asks for anything."""
        begin = (time.monotonic(), server.cpu(), database.cpu())
        time.sleep(3)
        end = (time.monotonic(), server.cpu(), database.cpu())
        return [(end[i] - begin[i]) / (end[0] - begin[0]) for i in (1, 2)]

    def one(self, server, database, operation, scripts, idle):
        self.wrk(server, operation, 1)
        seconds = min(2, self.options.seconds) if operation.name == "claim" else self.options.seconds
        for _ in range(3):
            begin = (time.monotonic(), server.cpu(), database.cpu())
            figures = self.wrk(server, operation, seconds)
            end = (time.monotonic(), server.cpu(), database.cpu())
            took = end[0] - begin[0]
            if took < seconds + 2:
                break
            say(f"{operation.name}: once more, the machine stood still for {took - seconds:.0f} s")
        answered = figures["requests"]
        if not answered:
            raise SystemExit(f"bench: {operation.name}: no answers")
        sql = self.pgbench(database, operation, scripts, idle)
        return {
            "requests": answered, "bad": figures["bad"] + figures["failed"], "rate": answered / figures["seconds"],
            "p50": figures["p50"] / 1000, "p99": figures["p99"] / 1000,
            "serverCpu": 1000 * max(0, end[1] - begin[1] - idle[0] * took) / answered,
            "databaseCpu": 1000 * max(0, end[2] - begin[2] - idle[1] * took) / answered, **sql}

    def wrk(self, server, operation, seconds):
        requests = operation.requests[operation.used if operation.once else 0:]
        self.wrk_file.write_text("\n".join(r.line() for r in requests) + "\n")
        done = subprocess.run(
            ["wrk", "-t1", f"-c{self.options.clients}", f"-d{max(1, round(seconds))}s", "--timeout", "20s",
             "-s", str(BENCH / "lua" / "requests.lua"), f"http://127.0.0.1:{server.port}", "--",
             str(self.wrk_file), "once" if operation.once else "again", "0"],
            capture_output=True, text=True, check=True)
        figures = json.loads(done.stdout.splitlines()[-1])
        operation.used += figures["requests"] + 10 * self.options.clients
        return figures

    def pgbench(self, database, operation, scripts, idle):
        clients = self.options.clients
        limit = ["-T", str(self.options.sql_seconds)]
        if operation.name == "claim":
            left = self.claimable(database)
            limit = ["-t", str(max(1, min(left // clients - 1, 400)))]
        with tempfile.TemporaryDirectory() as folder:
            files = []
            for i, script in enumerate(scripts):
                path = pathlib.Path(folder) / f"{i}.sql"
                path.write_text(script.sql)
                files += ["-f", str(path)]
                for name, value in script.variables.items():
                    files += ["-D", f"{name}={value}"]
            mode = "extended" if any(script.planned_anew for script in scripts) else "prepared"
            begin = (time.monotonic(), database.cpu())
            done = subprocess.run(["pgbench", "-n", "-M", mode, "-c", str(clients), "-j", "1", *limit, *files],
                                  env=database.environment(), capture_output=True, text=True)
            end = (time.monotonic(), database.cpu())
        count = re.search(r"transactions actually processed: (\d+)", done.stdout)
        rate = re.search(r"tps = ([0-9.]+)", done.stdout)
        if done.returncode or not count or not int(count.group(1)):
            raise SystemExit(f"bench: {operation.name}: pgbench: {done.stderr[:2000]}")
        cpu = end[1] - begin[1] - idle[1] * (end[0] - begin[0])
        return {"sqlRate": float(rate.group(1)), "sqlMode": mode, "sqlCpu": 1000 * max(0, cpu) / int(count.group(1))}

    @staticmethod
    def claimable(database):
        database.sql("drop schema if exists bench cascade; create schema bench;")
        operations.pooled(database)
        return int(database.sql("""
            create table bench.pool as
                select row_number() over () as n, uuid from customer where deleted_at is null and owner_id is null limit 20000;
            create unique index on bench.pool (n);
            analyze bench.pool;
            create sequence bench.turn;
            select count(*) from bench.pool;""")[0][0])


def machine():
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s+(\d+) kB", pathlib.Path("/proc/meminfo").read_text())
    return {"processor": model.group(1) if model else platform.machine(), "cores": os.cpu_count(),
            "memoryGb": round(int(memory.group(1)) / 2 ** 20), "system": platform.platform(),
            "load": os.getloadavg()[0], "pace": pace()}


def pace():
    """Seconds of CPU for ten million steps of an empty loop: tells a slow machine from a slow server."""
    begin = time.process_time()
    for _ in range(10_000_000):
        pass
    return time.process_time() - begin


def say(text):
    print(f"{time.strftime('%H:%M:%S')} {text}", flush=True)


def main():
    options = arguments()
    results = pathlib.Path(options.results)
    file = results / "results.json"
    if not options.report_only:
        run = Run(options)
        sizes = [int(size) for size in options.sizes.split(",")]
        for size in sizes:
            run.load(size)
        if options.load_only:
            return
        begin = time.monotonic()
        outcome = {"at": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
                   "machine": machine(), "clients": options.clients, "seconds": options.seconds,
                   "startedBy": f"java {os.environ.get('HAINA_JAVA_OPTS', '')} -jar" if options.plain else "deploy/haina", "sizes": [run.measure(size) for size in sizes]}
        outcome["runSeconds"] = time.monotonic() - begin
        results.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(outcome, indent=1, ensure_ascii=False) + "\n")
    report.write(json.loads(file.read_text()), results, ROOT / "docs" / "performance.md")


if __name__ == "__main__":
    main()
