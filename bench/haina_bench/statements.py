"""The SQL that the server sends for an operation, taken from PostgreSQL's log, as scripts for pgbench."""

import collections
import re
import time

from operations import PEOPLE

TRIES = 4

LINE = re.compile(r"^\d{4}-\d\d-\d\d [0-9:.]+ \w+ \[(\d+)\] (LOG|DETAIL):  ", re.M)
STATEMENT = re.compile(r"duration: [0-9.]+ ms  (?:execute ([^:]*)|statement): (.*)", re.S)
PARAMETER = re.compile(r"\$(\d+) = (NULL|'(?:[^']|'')*')")
BRACKET = re.compile(r"(?i)(begin|commit|rollback|savepoint|release|set)\b.*", re.S)
UUID = re.compile(r"'[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}'")
TYPES = [(re.compile(r"'-?\d{1,18}'"), "bigint"),
         (re.compile(r"'\{(\"?\d{11}\"?,?)+\}'"), "text[]"),  # numbers of phones
         (re.compile(r"'\{[-0-9,\" ]*\}'"), "integer[]"),
         (re.compile(r"'\d{4}-\d\d-\d\d'"), "date"),
         (re.compile(r"'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?'"), "timestamptz")]
SECRET = re.compile(r"'[0-9a-f]{64}'")
# With what each request begins: who it is that asks.
ADMISSIONS = ("from session", "from app_directory")


class Recorder:
    """Lets the database log every statement while it is entered."""

    def __init__(self, database):
        self.database = database

    def __enter__(self):
        self.set("log_min_duration_statement = 0", "log_parameter_max_length = -1",
                 "log_error_verbosity = 'default'", "log_line_prefix = '%m [%p] '")
        return self

    def __exit__(self, *failure):
        self.database.sql("alter system reset all; select pg_reload_conf();", superuser=True)
        time.sleep(0.3)

    def set(self, *settings):
        self.database.sql("".join(f"alter system set {s};\n" for s in settings) + "select pg_reload_conf();",
                          superuser=True)
        time.sleep(0.3)

    def record(self, action):
        """What was logged while an action ran, in units: single statements, or what lies between begin and commit."""
        before = self.database.logs()
        action()
        time.sleep(0.5)
        text = ""
        for path, size in self.database.logs().items():
            with path.open("rb") as log:
                log.seek(before.get(path, 0))
                text += log.read().decode("utf-8", "replace")
        return units(parse(text))


class Statement:
    """The values are literals as PostgreSQL logs them; a statement without a name is planned each time."""

    def __init__(self, named, text, values):
        self.named = named
        self.text = text
        self.values = values

    @property
    def bracket(self):
        return BRACKET.fullmatch(self.text.strip().rstrip(";"))


def parse(text):
    """Process id and statement, in the order of the log."""
    marks = list(LINE.finditer(text))
    waiting = {}
    for mark, following in zip(marks, [*marks[1:], None]):
        content = text[mark.end():following.start() if following else len(text)].rstrip("\n").replace("\n\t", "\n")
        pid, kind = mark.groups()
        if kind == "LOG":
            if pid in waiting:
                yield pid, waiting.pop(pid)
            found = STATEMENT.match(content)
            if found:
                waiting[pid] = Statement(found.group(1) not in (None, "<unnamed>"), found.group(2), [])
        elif kind == "DETAIL" and pid in waiting:
            statement = waiting.pop(pid)
            values = {int(n): value for n, value in PARAMETER.findall(content)}
            statement.values = [values[n] for n in sorted(values)]
            yield pid, statement
    yield from waiting.items()


def units(logged):
    result, inside = [], {}
    for pid, statement in logged:
        word = statement.text.strip().upper()
        if word.startswith("BEGIN"):
            inside[pid] = [statement]
            result.append(inside[pid])
        elif pid in inside:
            inside[pid].append(statement)
            if word.startswith(("COMMIT", "ROLLBACK")) and not word.startswith("ROLLBACK TO"):
                del inside[pid]
        else:
            result.append([statement])
    unfinished = list(inside.values())  # their end lies behind what was read: not to be run by anybody
    return [unit for unit in result if not any(unit is part for part in unfinished)]


def background(recorder):
    """The statements that the server sends by itself, once it has done what it was asked for."""
    time.sleep(2)
    return {statement.text for unit in recorder.record(lambda: time.sleep(5)) for statement in unit
            if not statement.bracket and not any(admission in statement.text for admission in ADMISSIONS)}


class Script:
    """The statements of one request: with literals to be read, with variables to be run."""

    def __init__(self, number, statements, request):
        self.planned_anew = any(not s.named and not s.bracket for s in statements)
        self.variables = {}
        head = "\\set r random(1, 1000000000000)\n" if request.body else ""
        texts = []
        self.sql = head
        for statement in statements:
            readable, runnable = [], []
            for value in statement.values:
                expression, kind = meaning(value, request)
                if expression is not None:
                    readable.append(expression)
                    runnable.append(expression)
                    continue
                name = f"v{number}_{len(self.variables)}"
                self.variables[name] = value[1:-1].replace("''", "'")
                readable.append(value[1:-1] if kind in ("bigint",) and value[1] != "-" else f"{value}{'::' + kind if kind else ''}")
                runnable.append(f":{name}{'::' + kind if kind else ''}")
            texts.append(filled(statement.text, readable))
            self.sql += filled(statement.text, runnable)
        self.readable = head + "".join(texts)


def filled(text, values):
    return re.sub(r"\$(\d+)", lambda found: values[int(found.group(1)) - 1], text).strip().rstrip(";") + ";\n"


def meaning(value, request):
    """SQL for what must be made anew each time; else nothing, and the type of the value where it can be told."""
    if value in ("NULL", "''"):  # pgbench has no empty variables
        return value, None
    if request.fresh and request.fresh in value:
        before, after = value[1:-1].split(request.fresh, 1)
        return f"('{before}{request.fresh}' || :r::text || '{after}')", None
    if SECRET.fullmatch(value):  # a nonce, which is spent once
        return "(md5(random()::text) || md5(random()::text))", None
    if UUID.fullmatch(value):
        if request.body and value[1:-1] not in request.body:
            return "gen_random_uuid()", None
        if request.once:
            return "(select uuid from bench.pool where n = (select nextval('bench.turn')))", None
        return None, "uuid"
    for pattern, kind in TYPES:
        if pattern.fullmatch(value):
            return None, kind
    return None, None


def capture(recorder, server, operation, ignored):
    """Scripts for requests of an operation by all people who send it. Where the server said something of its own meanwhile, the next ones are taken."""
    for _ in range(TRIES):
        requests = operation.take(PEOPLE)
        found = sent(recorder, server, operation, requests, ignored)
        if len(found) == len(requests):
            return [Script(i, statements, request) for i, (statements, request) in enumerate(zip(found, requests))]
    raise SystemExit(f"bench: {operation.name}: {len(requests)} requests, but {len(found)} in PostgreSQL's log")


def sent(recorder, server, operation, requests, ignored):
    """The statements of each request, as far as they can be told apart."""
    def send():
        for request in requests:
            status, body = server.call(request.method, request.path, request.token, request.body)
            if status >= 400:
                raise SystemExit(f"bench: {operation.name}: {status} {body}")

    recorded = recorder.record(send)
    often = collections.Counter(unit[0].text if len(unit) == 1 else unit[1].text for unit in recorded)
    found = []
    for unit in recorded:
        key = unit[0].text if len(unit) == 1 else unit[1].text
        own = often[key] * 4 >= len(requests) and not any(statement.text in ignored for statement in unit)
        if own and any(admission in statement.text for statement in unit for admission in ADMISSIONS):
            found.append(list(unit))
        elif own and found:
            found[-1] += unit
    return found
