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
import time

import report
from server import Server
from store import Store, middle

ROOT = pathlib.Path(__file__).resolve().parents[2]
BENCH = ROOT / "bench"


def arguments():
    parser = argparse.ArgumentParser(prog="bench/run.sh", description=__doc__)
    parser.add_argument("--sizes", default="10000,100000,1000000", help="customers, comma-separated")
    parser.add_argument("--only", default="", help="names of operations, comma-separated")
    parser.add_argument("--rounds", type=int, default=3, help="measurements of each operation, of which the median counts")
    parser.add_argument("--seconds", type=float, default=3, help="for each measurement of the server")
    parser.add_argument("--sql-seconds", type=int, default=2, help="for each measurement of pgbench")
    parser.add_argument("--warm-seconds", type=float, default=20, help="at most, for each operation until it is compiled")
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

    def measure(self, sizes):
        """All sizes beside each other, operation by operation, in turns."""
        only = set(filter(None, self.options.only.split(",")))
        stores = [Store(size, self.homes / str(size), self.homes, self.server, self.options) for size in sizes]
        try:
            for store in stores:
                say(f"{store.size}: starting")
                store.begin()
            for store in stores:
                store.serve(only)
            for store in stores:
                say(f"{store.size}: warming")
                store.warm(self.options.warm_seconds)
            for store in stores:
                say(f"{store.size}: reading the server's SQL from PostgreSQL's log")
                store.capture()
            for name, scripts in stores[-1].scripts.items():
                (BENCH / "sql" / f"{name}.sql").write_text(scripts[0].readable)
            paces = [self.turns(stores, operation) for operation in zip(*(store.operations for store in stores))]
            for store in stores:
                store.figures["memoryAfter"], store.figures["memoryPeak"] = store.server.memory()
            return paces, [{**store.figures, **self.load(store.size)} for store in stores]
        finally:
            for store in stores:
                store.end()

    def turns(self, stores, operations):
        """One operation in all stores; the pace of the machine meanwhile."""
        slices = [[] for _ in stores]
        now = pace()
        for _ in range(1 if operations[0].name == "claim" else self.options.rounds):
            for store, operation, measured in zip(stores, operations, slices):
                measured.append(store.one(operation, self.options.seconds))
        for store, operation, measured in zip(stores, operations, slices):
            figures = middle(measured)
            store.figures.setdefault("operations", {})[operation.name] = {"label": operation.label, "write": operation.write, **figures}
            say(f"{store.size}: {operation.name}: {figures['rate']:.0f}/s, p50 {figures['p50']:.2f} ms, "
                f"CPU {figures['serverCpu']:.3f} + {figures['databaseCpu']:.3f} ms; pgbench {figures['sqlRate']:.0f}/s, "
                f"{figures['sqlCpu']:.3f} ms" + (f", {figures['bad']} BAD" if figures["bad"] else ""))
        return now


def machine():
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s+(\d+) kB", pathlib.Path("/proc/meminfo").read_text())
    return {"processor": model.group(1) if model else platform.machine(), "cores": os.cpu_count(),
            "memoryGb": round(int(memory.group(1)) / 2 ** 20), "system": platform.platform(),
            "load": os.getloadavg()[0]}


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
        sizes = sorted(int(size) for size in options.sizes.split(","))
        for size in sizes:
            run.load(size)
        if options.load_only:
            return
        begin = time.monotonic()
        outcome = {"at": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"), "machine": machine(),
                   "clients": options.clients, "seconds": options.seconds, "rounds": options.rounds,
                   "startedBy": f"java {os.environ.get('HAINA_JAVA_OPTS', '')} -jar" if options.plain else "deploy/haina"}
        outcome["paces"], outcome["sizes"] = run.measure(sizes)
        outcome["runSeconds"] = time.monotonic() - begin
        results.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(outcome, indent=1, ensure_ascii=False) + "\n")
    report.write(json.loads(file.read_text()), results, ROOT / "docs" / "performance.md")


if __name__ == "__main__":
    main()
