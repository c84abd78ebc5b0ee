"""The load generators: wrk for the server, pgbench for PostgreSQL alone."""

import json
import pathlib
import re
import subprocess

SCRIPT = pathlib.Path(__file__).resolve().parents[1] / "lua" / "requests.lua"


def wrk(port, requests_file, once, clients, seconds):
    """Sends requests for some seconds; what wrk says of the answers."""
    done = subprocess.run(
        ["wrk", "-t1", f"-c{clients}", f"-d{max(1, round(seconds))}s", "--timeout", "20s", "-s", str(SCRIPT),
         f"http://127.0.0.1:{port}", "--", str(requests_file), "once" if once else "again", "0"],
        capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def pgbench(database, folder, scripts, mode, clients, limit, name):
    """Runs scripts in turn; how many transactions there were, and how many in a second."""
    files = []
    for i, script in enumerate(scripts):
        path = folder / f"{i}.sql"
        path.write_text(script.sql)
        files += ["-f", str(path)]
        for variable, value in script.variables.items():
            files += ["-D", f"{variable}={value}"]
    done = subprocess.run(["pgbench", "-n", "-M", mode, "-c", str(clients), "-j", "1", *limit, *files],
                          env=database.environment(), capture_output=True, text=True)
    count = re.search(r"transactions actually processed: (\d+)", done.stdout)
    rate = re.search(r"tps = ([0-9.]+)", done.stdout)
    if done.returncode or not count or not int(count.group(1)):
        raise SystemExit(f"bench: {name}: pgbench: {done.stderr[:2000]}")
    return int(count.group(1)), float(rate.group(1))
