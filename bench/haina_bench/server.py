"""A Haina server as a process: started on a home, asked for its figures, stopped by its pid."""

import base64
import hmac
import http.client
import json
import os
import pathlib
import re
import signal
import subprocess
import time
import uuid

ENDED = (FileNotFoundError, ProcessLookupError)  # of a thread or process that ends while it is looked at
TICK = os.sysconf("SC_CLK_TCK")


class Server:
    """The command is what a jar's arguments are appended to."""

    def __init__(self, command, environment, home, port, log):
        self.environment = environment
        self.home = pathlib.Path(home)
        self.port = port
        self.log = pathlib.Path(log)
        self.command = [*command, f"--server.port={port}", "--server.address=127.0.0.1", f"--haina.home={home}"]
        self.process = None

    def start(self, *arguments):
        """Starts and waits for the first answer; the seconds that it took."""
        begin = time.monotonic()
        with self.log.open("ab") as log:
            self.process = subprocess.Popen([*self.command, *arguments], stdout=log, stderr=log, env=self.environment)
        while not self.answers():
            if self.process.poll() is not None:
                raise SystemExit(f"bench: the server ended at once, see {self.log}")
            if time.monotonic() - begin > 600:
                raise SystemExit(f"bench: no answer from the server, see {self.log}")
            time.sleep(0.01)
        return time.monotonic() - begin

    def answers(self):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
            connection.request("GET", "/actuator/health")
            return connection.getresponse().status == 200
        except OSError:
            return False

    def load(self, customers, teams, staff):
        """Makes the home with a demo of this size; the seconds that the load took."""
        self.log.unlink(missing_ok=True)
        self.start("--haina.demo=true", f"--haina.demo.customers={customers}",
                   f"--haina.demo.teams={teams}", f"--haina.demo.staff={staff}")
        while True:
            found = re.search(r"customers loaded in ([0-9.]+) s", self.log.read_text())
            if found:
                self.stop()
                return float(found.group(1))
            if self.process.poll() is not None:
                raise SystemExit(f"bench: the load failed, see {self.log}")
            time.sleep(0.5)

    def stop(self):
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process = None

    def call(self, method, path, token=None, body=None):
        """Status and body of one request."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = credential(token) if token else {}
        if body is not None:
            headers["Content-Type"] = "application/json"
        connection.request(method, path, body.encode() if body is not None else None, headers)
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read() or b"null")

    def sign_in(self, username, password):
        status, body = self.call("POST", "/api/auth/login",
                                 body=json.dumps({"username": username, "password": password}))
        if status != 200:
            raise SystemExit(f"bench: {username} cannot sign in: {status} {body}")
        return body["data"]["token"]

    def sign_in_opaque(self, username, password):
        """A token of document 002."""
        status, body = self.call("POST", "/api/login", body=json.dumps({"username": username, "password": password}))
        if status != 200 or body["code"] != 0:
            raise SystemExit(f"bench: {username} cannot sign in: {status} {body}")
        return body["Admin-Token"]

    def make_app(self, admin):
        """The token of an application of document 004 that may do everything at any rate."""
        status, body = self.call("POST", "/api/v1/apps", admin, json.dumps(
            {"name": "bench", "rate": {"burst": 100_000, "perSecond": 10_000}}))
        if status >= 300:
            raise SystemExit(f"bench: no application could be made: {status} {body}")
        return f"app:{body['appid']}:{body['secret']}"

    def memory(self):
        """Resident megabytes of the JVM: now, and at most so far."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return tuple(int(re.search(rf"{name}:\s+(\d+) kB", status).group(1)) / 1024 for name in ("VmRSS", "VmHWM"))

    def cpu(self):
        """Seconds of CPU that the JVM has used."""
        fields = stat(self.process.pid)
        return (int(fields[11]) + int(fields[12])) / TICK

    def compilers(self):
        """Seconds of CPU of the JVM's compilers, which are a part of the other."""
        ticks = 0
        for thread in pathlib.Path(f"/proc/{self.process.pid}/task").iterdir():
            try:
                if (thread / "comm").read_text().startswith(("C1 ", "C2 ")):
                    fields = stat(f"{self.process.pid}/task/{thread.name}")
                    ticks += int(fields[11]) + int(fields[12])
            except ENDED:
                continue
        return ticks / TICK

    def database(self):
        return Database(self.home)


class Database:
    """The embedded PostgreSQL of a home."""

    def __init__(self, home):
        lines = (home / "database" / "postmaster.pid").read_text().splitlines()
        self.home = home
        self.pid = int(lines[0])
        self.port = int(lines[3])

    def cpu(self):
        """Seconds of CPU of the postmaster, its living children, and those that have ended."""
        ticks = sum(int(field) for field in stat(self.pid)[11:15])
        for child in pathlib.Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split():
            try:
                fields = stat(int(child))
            except ENDED:
                continue
            ticks += int(fields[11]) + int(fields[12])
        return ticks / TICK

    def environment(self, superuser=False):
        secret = "database-superuser" if superuser else "database"
        return {**os.environ, "PGHOST": "127.0.0.1", "PGPORT": str(self.port), "PGDATABASE": "haina",
                "PGUSER": "postgres" if superuser else "haina",
                "PGOPTIONS": "-c plan_cache_mode=force_generic_plan",  # as the server's connections have it
                "PGPASSWORD": (self.home / "secrets" / secret).read_text().strip()}

    def sql(self, text, superuser=False):
        """Rows of unaligned columns."""
        done = subprocess.run(["psql", "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-f", "-"],
                              input=text, env=self.environment(superuser), capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"bench: {done.stderr}")
        return [line.split("\t") for line in done.stdout.splitlines()]

    def logs(self):
        """All that the server log holds now, by file: how long it is."""
        folder = self.home / "database-log"
        return {path: path.stat().st_size for path in sorted(folder.glob("*.log"))}


def credential(token):
    """The headers in which a token travels, by the document that it belongs to."""
    if token.startswith("app:"):
        _, app, secret = token.split(":", 2)
        now, nonce = str(int(time.time())), uuid.uuid4().hex
        signature = hmac.digest(secret.encode(), (app + now + nonce).encode(), "sha256")
        return {"appid": app, "timestamp": now, "nonce": nonce, "signature": base64.b64encode(signature).decode()}
    return {"Admin-Token": token} if len(token) == 32 else {"Authorization": f"Bearer {token}"}


def stat(pid):
    """The fields of a process's or a thread's stat behind the name, so that [11] is utime and [13] cutime."""
    return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
