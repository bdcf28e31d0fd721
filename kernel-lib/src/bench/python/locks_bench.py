#!/usr/bin/env python3
"""./workbook bench locks: what our spin locks cost, beside the JDK's own.

Each figure comes from three JVMs or more, one after the other: a JVM decides once how it compiles a lock, and another
may decide otherwise. Within a JVM the subjects take turns. Figures are medians of the ratios of trials that belong
together. A verdict is 'holds', 'falls short', or 'cannot tell here' with the reason. Exit code 1 when a bar is missed.
"""
import json
import os
import re
import statistics
import subprocess
import sys

import bench
import figures
from subjects import FLAGS, HOME, java, libraries

PROGRAMS = HOME / "kernel-lib/src/bench/java"
FORKS = 3
FIFO = ("ticket", "array", "MCS", "CLH")


def forks(chosen):
    return 5 if chosen.full else FORKS


def jvm(program, quick):
    """One run of a program in a JVM of its own: its JSON. What it tells people passes through."""
    command = [java(), *FLAGS, "-cp", ":".join(libraries()), str(PROGRAMS / program)] + (["--quick"] if quick else [])
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=600,
                          stdin=subprocess.DEVNULL, check=False, cwd=HOME)
    start = done.stdout.find("[{")  # before it stands the lab's progress
    if done.returncode != 0 or start < 0:
        raise RuntimeError(f"{program} ended with {done.returncode}: {done.stderr.strip()[-400:]}")
    return json.loads(done.stdout[start:])


def spread(ratios):
    return f"median of {len(ratios)} ratios {statistics.median(ratios):.3g} ({min(ratios):.3g} to {max(ratios):.3g})"


def uncontended(chosen):
    """The rows of each JVM, pooled: the median of their ratios."""
    runs = [{row["job"]: row for row in jvm("UncontendedLocks.java", chosen.quick)} for _ in range(forks(chosen))]
    for job, first in runs[0].items():
        each = [run[job] for run in runs]
        untold = [row for row in each if row["verdict"].startswith(figures.UNKNOWN)]
        ratios = [row["ratio"] for row in each]
        row = figures.Row(job, first["bar"], figures.HOLDS, *(statistics.median(r[k] for r in each)
                                                             for k in ("ours", "peer", "ratio")))
        worse = statistics.median(bare(r) for r in each)
        row.detail = f"{len(runs)} JVMs: {spread(ratios)}, {worse:.3g} with the loop taken off; the first: {first['detail']}"
        if untold:
            row.verdict = untold[0]["verdict"]
        elif not worse <= float(re.search(r"[\d.]+", first["bar"]).group()):
            row.verdict = short()
        yield row


def bare(row):
    """The ratio with the loop taken off, or the plain one: the worse of the two must keep to the bar."""
    return max(row["ratio"], float(re.match(r"[\d.]+|NaN|Infinity", row["detail"]).group()))


def short():
    """A missed bar; on a host that is busy with other work that is no verdict."""
    if figures.busy():
        return f"{figures.UNKNOWN}: the host is busy, load {figures.load():.1f} on {os.cpu_count()} cores"
    return figures.SHORT


def pooled(runs, over, under):
    """Ratios of trials that belong together, over all JVMs; and the two medians."""
    ratios, tops, bottoms = [], [], []
    for run in runs:
        for top, bottom in zip(run[over], run[under]):
            tops.append(top)
            bottoms.append(bottom)
            if bottom > 0:
                ratios.append(top / bottom)
    return ratios, statistics.median(tops), statistics.median(bottoms)


def at_least(job, runs, ours, peer, bar, name, unit):
    ratios, mine, other = pooled(runs, ours, peer)
    ratio = statistics.median(ratios) if ratios else float("inf")
    return figures.Row(job, f"≥ {bar:g} × {name}", figures.HOLDS if ratio >= bar else short(), mine, other, ratio,
                       f"{unit}, {len(runs)} JVMs: " + (spread(ratios) if ratios else "the peer stood still"))


def contended(chosen):
    if (os.cpu_count() or 1) < 2:
        yield figures.unknown("two threads, crowds, padding", "as below", "one core: threads never meet")
        return
    runs = [{row["key"]: row["values"] for row in jvm("ContendedLocks.java", chosen.quick)} for _ in range(forks(chosen))]
    yield at_least("two threads: BackoffLock", runs, "two/backoff", "two/reentrant", 0.8, "ReentrantLock",
                   "acquisitions in a microsecond")
    for lock in FIFO:
        yield at_least(f"{lock}, twice as many threads as cores: the collapse", runs, f"few/{lock}/spin",
                       f"crowd/{lock}/spin", 10, "its crowd", "acquisitions in a millisecond")
        for way in ("yield", "park"):
            if f"crowd/{lock}/{way}" in runs[0]:
                yield at_least(f"{lock}, twice as many threads as cores: {way} regains", runs, f"crowd/{lock}/{way}",
                               f"crowd/{lock}/spin", 5, "spinning", "acquisitions in a millisecond")
    yield at_least("lock words on one line, against 128 bytes apart", runs, "unpadded", "padded", 2, "padded",
                   "ns for lock and unlock")


def against_jmh(chosen):
    """Our measurement loop, within 15 % of JMH's."""
    for row in jvm("AgainstJmh.java", chosen.quick):
        verdict = figures.HOLDS if row["verdict"] == figures.HOLDS else short()
        yield figures.Row(row["job"], row["bar"], verdict, row["ours"], row["peer"], row["ratio"], row["detail"])


def contract(chosen):
    """Broken twins caught, right locks accused: counts, which a busy host does not excuse."""
    for row in jvm("ContractBench.java", chosen.quick):
        yield figures.Row(row["job"], row["bar"], row["verdict"], row["ours"], row["peer"], row["ratio"], row["detail"])


PARTS = {"uncontended": uncontended, "contended": contended, "jmh": against_jmh, "contract": contract}

if __name__ == "__main__":
    sys.exit(bench.main("locks", __doc__, PARTS, full="five JVMs in place of three"))
