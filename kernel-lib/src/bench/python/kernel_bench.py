#!/usr/bin/env python3
"""./workbook bench kernel: the figures that the kernel promises, measured beside ipykernel and a stock JJava.

Kernels take turns within each round, so that what else the host does meets all of them; figures are medians. A verdict
is 'holds', 'falls short', or 'cannot tell here' with the reason. Exit code 1 when a bar is missed.
"""
import argparse
import contextlib
import pathlib
import re
import sys
import tempfile
import traceback

import code_rows
import figures
import interrupt_rows
import product_rows
import start_rows
import steady_rows
import subjects

AREAS = {"start": start_rows, "steady": steady_rows, "interrupt": interrupt_rows, "code": code_rows,
         "product": product_rows}


class Bench:
    """What the rows ask of a run: how often, with which kernels."""

    def __init__(self, quick, full, folder):
        self.quick, self.full, self.folder = quick, full, folder
        self.missing = subjects.specs(folder)

    def repeats(self, usual, least=5):
        """`--quick` cuts repeats, to the least that is still a median."""
        return min(usual, least) if self.quick else usual

    def rounds(self, usual):
        return range(self.repeats(usual))

    def present(self, names):
        return [name for name in names if name not in self.missing]


def options():
    parser = argparse.ArgumentParser(prog="./workbook bench kernel", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer repeats; every row is still measured")
    parser.add_argument("--full", action="store_true", help="also a fresh clone: lab's first start, the whole test suite")
    parser.add_argument("--only", default="", metavar="AREAS", help=f"some of {', '.join(AREAS)}, separated by commas")
    parser.add_argument("--json", action="store_true", help="print a list of {job, ours, peer, ratio, bar, verdict}")
    return parser.parse_args()


def measure(bench, chosen):
    """All rows; a group that breaks is a row that falls short, and the others are still measured."""
    rows = []
    for area in chosen:
        for group in AREAS[area].GROUPS:
            print(f"measuring {area}: {group.__name__} …", file=sys.stderr, flush=True)
            try:
                for row in group(bench):
                    rows.append(row)
                    print(f"  {row.job}: {row.verdict}  {row.detail}", file=sys.stderr, flush=True)
            except Exception as problem:  # whatever went wrong: a promise that could not be measured is not kept
                traceback.print_exc(file=sys.stderr)
                job = f"{area}, {group.__name__}: the measurement broke"
                rows.append(figures.holds(job, "no exception", False, f"{type(problem).__name__}: {problem}"[:300]))
    return rows


def main():
    arguments = options()
    chosen = [area for area in re.split(r"\W+", arguments.only) if area] or list(AREAS)
    unknown = [area for area in chosen if area not in AREAS]
    if unknown:
        print(f"there is no area {unknown[0]}; there is {', '.join(AREAS)}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
        bench = Bench(arguments.quick, arguments.full, pathlib.Path(folder))
        if subjects.OURS in bench.missing:
            print("our kernel is not built yet: ./workbook build", file=sys.stderr)
            return 2
        for name in sorted(bench.missing):
            print(f"no {name} on this host: its rows cannot tell", file=sys.stderr)
        before = figures.host()
        with contextlib.redirect_stdout(sys.stderr):
            rows = measure(bench, chosen)
    if arguments.json:
        figures.print_json(rows)
    else:
        print(f"\nhost before: {before}\nhost after:  {figures.host()}\n")
        figures.print_rows(rows)
        missed = sum(row.verdict == figures.SHORT for row in rows)
        untold = sum(row.verdict.startswith(figures.UNKNOWN) for row in rows)
        print(f"\n{len(rows)} rows: {len(rows) - missed - untold} hold, {missed} fall short, {untold} cannot tell here")
    return 1 if any(row.verdict == figures.SHORT for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
