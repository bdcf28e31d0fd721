#!/usr/bin/env python3
"""./workbook bench multiprocessor: the figures of the simulated multiprocessor.

Rates are measured beside the rate of bare continuation switches, in the same rounds; counts are of the model and the
same on every host. A verdict is 'holds', 'falls short', or 'cannot tell here' with the reason. Exit code 1 when a bar is
missed.
"""
import argparse
import collections
import os
import statistics
import subprocess
import sys

import figures
import subjects

SOURCE = subjects.HOME / "kernel-lib" / "src" / "bench" / "java" / "SimulatedLocks.java"


def options():
    parser = argparse.ArgumentParser(prog="./workbook bench multiprocessor", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer repeats; every row is still measured")
    parser.add_argument("--full", action="store_true", help="as without: there is nothing more")
    parser.add_argument("--only", default="", metavar="TEXT", help="only rows whose job contains it")
    parser.add_argument("--json", action="store_true", help="print a list of {job, ours, peer, ratio, bar, verdict}")
    return parser.parse_args()


def measured(repeats):
    """Every figure that the Java side printed, by name."""
    found = collections.defaultdict(list)
    for job in ([], ["traces"]):
        command = [subjects.java(), *subjects.FLAGS, "-cp", os.pathsep.join(subjects.libraries()), str(SOURCE), str(repeats)]
        done = subprocess.run(command + job, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
        for line in done.stdout.splitlines():
            if line.startswith("figure "):
                name, value = line[len("figure "):].rsplit(" ", 1)
                found[name].append(float(value))
        if done.returncode != 0:
            print(done.stderr[-3000:], file=sys.stderr)
    return found


def at_least(job, ours, peer, least, peer_name):
    bar = f"≥ {least:g} × {peer_name}"
    if not ours or not peer:
        return figures.Row(job, bar, figures.SHORT, detail="no figure")
    mine, other = statistics.median(ours), statistics.median(peer)
    return figures.Row(job, bar, figures.HOLDS if mine / other >= least else figures.SHORT, mine, other, mine / other,
                       f"{figures.spread(ours, '1/s')}; {peer_name} {figures.spread(peer, '1/s')}")


def at_least_rate(job, ours, least):
    """An absolute bar. On a host that is busy with other work a miss is no verdict."""
    bar = f"≥ {least:g}/s"
    if not ours:
        return figures.Row(job, bar, figures.SHORT, detail="no figure")
    verdict = figures.HOLDS if statistics.median(ours) >= least else figures.SHORT
    if verdict == figures.SHORT and figures.busy():
        verdict = f"{figures.UNKNOWN}: the host is busy, load {figures.load():.1f} on {os.cpu_count()} cores"
    return figures.Row(job, bar, verdict, statistics.median(ours), detail=figures.spread(ours, "1/s"))


def count(job, values, bar, true):
    if not values:
        return figures.Row(job, bar, figures.SHORT, detail="no figure")
    return figures.Row(job, bar, figures.HOLDS if true(values[0]) else figures.SHORT, values[0], detail="exact: of the model")


def rows(found):
    yield at_least("accesses/s, 64 CPUs, strict order (MCS)", found["strictMcs"], found["bareSwitches"], 0.6,
                   "bare switches of continuations")
    for lock in ("Mcs", "Ticket"):
        yield at_least(f"accesses/s with look-ahead and spin parking, {lock} at 64", found[f"ahead{lock}"],
                       found[f"strict{lock}"], 6, "strict order")
    yield at_least("accesses/s with look-ahead, private memory at 64", found["aheadPrivate"], found["strictPrivate"], 2,
                   "strict order")
    yield figures.at_most("5 locks × 1 to 64 CPUs, with counts", found["figureSeconds"], 5)
    yield figures.at_most("rewriting a lock of two classes, warm", found["rewriteMillis"], 10, "ms")
    yield figures.at_most("costs in the proportions of this host, measured", found["calibrationSeconds"], 2)
    yield at_least_rate("references/s of an address trace", found["traceReferences"], 30e6)
    for cpus in (16, 64):
        yield count(f"MCS, transactions an acquisition, {cpus} CPUs", found[f"transactions McsLock {cpus}"], "≤ 8",
                    lambda n: n <= 8)
        yield count(f"CLH, transactions an acquisition, {cpus} CPUs", found[f"transactions ClhLock {cpus}"], "≤ 5",
                    lambda n: n <= 5.0005)
        for lock in ("Ttas", "Ticket"):
            yield count(f"{lock}, transactions an acquisition, {cpus} CPUs", found[f"transactions {lock}Lock {cpus}"],
                        f"≥ {0.9 * cpus:g}", lambda n, least=0.9 * cpus: n >= least)
    flat = [b / a for a, b in zip(found["transactions McsLock 16"], found["transactions McsLock 64"])]
    yield count("MCS, 64 CPUs against 16", flat, "1 ± 0.01", lambda n: abs(n - 1) <= 0.01)
    for lock in ("Tas", "Ttas", "Ticket", "Mcs", "Clh"):
        grows = lock == "Tas"
        yield count(f"{lock}, transactions with a section ten times as long", found[f"growth {lock}Lock"],
                    "> 1.5" if grows else "1 ± 0.1", lambda n, grows=grows: n > 1.5 if grows else abs(n - 1) <= 0.1)
    for name in sorted(found):
        if name.startswith("check "):
            protocol = name[len("check "):]
            states = found[f"states {protocol}"]
            yield figures.at_most(f"state space, 3 CPUs × 2 lines, {protocol}", found[name], 10,
                                  detail=f"{int(states[0]):,} states" if states else "")


def main():
    arguments = options()
    print(figures.host(), file=sys.stderr)
    table = [row for row in rows(measured(2 if arguments.quick else 5)) if arguments.only in row.job]
    (figures.print_json if arguments.json else figures.print_rows)(table)
    return 1 if any(row.verdict == figures.SHORT for row in table) else 0


if __name__ == "__main__":
    sys.exit(main())
