"""The tables: one Markdown file of results, and the same inside of docs/performance.md."""

import re

BEGIN = "<!-- results: written by bench/run.sh -->"
END = "<!-- end of results -->"
FLAT = 1.5
PAGE = 1.0
SHARE = 0.5
START = 3.0
MEMORY = 500


def write(outcome, folder, page):
    text = "\n".join(tables(outcome)) + "\n"
    (folder / "results.md").write_text("# Results\n\n" + text)
    if page.exists():
        old = page.read_text()
        if BEGIN in old and END in old:
            new = re.sub(re.escape(BEGIN) + ".*?" + re.escape(END),
                         lambda _: f"{BEGIN}\n\n{text}\n{END}", old, flags=re.S)
            page.write_text(new)
    print(text)


def tables(outcome):
    machine = outcome["machine"]
    paces = sorted(outcome["paces"])
    yield (f"Measured {outcome['at'][:10]} on {machine['cores']} cores ({machine['processor']}), {machine['memoryGb']} GB; "
           f"servers, PostgreSQL and load generator share them. All sizes side by side, {outcome['clients']} connections; "
           f"medians of {outcome['rounds']} turns of {outcome['seconds']:g} s, {outcome['runSeconds'] / 60:.0f} minutes in all. "
           f"Started by `{outcome['startedBy']}`. Load average before: {machine['load']:.1f}; ten million steps of an empty Python "
           f"loop take {paces[len(paces) // 2]:.2f} s of CPU here ({paces[0]:.2f} to {paces[-1]:.2f} during the run).\n")
    sizes = outcome["sizes"]
    for size in sizes:
        yield f"### {size['customers']:,} customers\n"
        yield "| operation | requests/s | p50 ms | p99 ms | CPU server ms | CPU database ms | CPU in all ms | pgbench/s | CPU of its SQL ms | server / pgbench |"
        yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
        for figures in size["operations"].values():
            bad = f" ({figures['bad']} errors)" if figures["bad"] else ""
            yield (f"| {figures['label']}{bad} | {figures['rate']:,.0f} | {figures['p50']:.2f} | {figures['p99']:.2f} "
                   f"| {figures['serverCpu']:.3f} | {figures['databaseCpu']:.3f} | {total(figures):.3f} "
                   f"| {figures['sqlRate']:,.0f} | {figures['sqlCpu']:.3f} | {figures['rate'] / figures['sqlRate']:.2f} |")
        yield ""
    first, last = sizes[0], sizes[-1]
    if first is not last:
        yield f"### Flatness: {last['customers']:,} against {first['customers']:,}\n"
        yield "| operation | CPU in all ms | | times | database alone | |"
        yield "|---|--:|--:|--:|--:|---|"
        for name, large in last["operations"].items():
            small = first["operations"].get(name)
            if small:
                times = total(large) / total(small)
                verdict = "write" if large["write"] else met(times <= FLAT)
                yield (f"| {large['label']} | {total(small):.3f} | {total(large):.3f} | {times:.2f} "
                       f"| {ratio(large['databaseCpu'], small['databaseCpu'])} | {verdict} |")
        yield ""
    yield "### Start, memory, load\n"
    yield "| customers | start to first answer s | memory at start MB | after the run MB | at most MB | load s |"
    yield "|--:|--:|--:|--:|--:|--:|"
    for size in sizes:
        yield (f"| {size['customers']:,} | {size['startSeconds']:.2f} | {size['memoryAtStart']:.0f} "
               f"| {size['memoryAfter']:.0f} | {size['memoryPeak']:.0f} | {size['loadSeconds']:.0f} |")
    yield ""
    yield "### Budgets\n"
    yield f"At {last['customers']:,} customers:\n"
    yield "| budget | worst | |"
    yield "|---|---|---|"
    yield from budgets(first, last)


def budgets(first, last):
    operations = last["operations"]
    reads = {name: f for name, f in operations.items() if not f["write"]}
    flat = {f["label"]: total(f) / total(first["operations"][name]) for name, f in reads.items()
            if name in first["operations"]}
    pages = {f["label"]: total(f) for f in reads.values() if f["label"].startswith("list page")}
    share = {f["label"]: f["rate"] / f["sqlRate"] for f in operations.values()}
    if flat and first is not last:
        yield line(f"a read costs at most {FLAT} × of what it costs at {first['customers']:,}", flat, max, FLAT, True, "×")
    if pages:
        yield line(f"a list page takes at most {PAGE:g} ms of CPU in all", pages, max, PAGE, True, "ms")
    yield line(f"the server reaches at least {SHARE} of pgbench's rate", share, min, SHARE, False, "")
    yield f"| start to the first answer under {START:g} s | {last['startSeconds']:.2f} s | {met(last['startSeconds'] < START)} |"
    yield f"| server memory under {MEMORY} MB | {last['memoryPeak']:.0f} MB | {met(last['memoryPeak'] < MEMORY)} |"


def line(text, values, worst, bound, at_most, unit):
    name = worst(values, key=values.get)
    missed = [f"{label} {value:.2f}" for label, value in values.items() if (value > bound if at_most else value < bound)]
    verdict = met(not missed) if not missed else f"**missed** by {len(missed)} of {len(values)}: {', '.join(missed)}"
    return f"| {text} | {name}: {values[name]:.2f} {unit} | {verdict} |"


def total(figures):
    return figures["serverCpu"] + figures["databaseCpu"]


def ratio(large, small):
    return f"{large / small:.2f}" if small > 0.0005 else "–"


def met(is_met):
    return "met" if is_met else "**missed**"
