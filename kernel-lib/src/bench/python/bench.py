"""What every area of ./workbook bench has in common: options, parts one after the other, rows, exit status.

    sys.exit(bench.main("locks", __doc__, {"alone": uncontended, "crowds": (two, many)}))

A part is one or several groups: functions of the run that yield rows. What the run is, `prepare` says: a context
manager of the options (quick, full); without it, a run is the options.
"""
import argparse
import contextlib
import re
import sys
import traceback

import figures


class NotReady(Exception):
    """What must be there before anything can be measured is not: its message says what to do."""


def options(area, purpose, parts, full):
    parser = argparse.ArgumentParser(prog=f"./workbook bench {area}", description=purpose,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer repeats; every row is still measured")
    parser.add_argument("--full", action="store_true", help=full)
    parser.add_argument("--only", default="", metavar="PARTS", help=f"some of {', '.join(parts)}, separated by commas")
    parser.add_argument("--json", action="store_true", help="print a list of {job, ours, peer, ratio, bar, verdict}")
    return parser.parse_args()


def groups_of(part):
    return part if isinstance(part, tuple) else (part,)


def measure(run, parts):
    """All rows; a group that breaks is a row that falls short, and the others are still measured."""
    rows = []
    for name, part in parts.items():
        for group in groups_of(part):
            print(f"measuring {name}: {group.__name__} …", file=sys.stderr, flush=True)
            try:
                for row in group(run):
                    rows.append(row)
                    print(f"  {row.job}: {row.verdict}  {row.detail}", file=sys.stderr, flush=True)
            except Exception as problem:  # whatever went wrong: a promise that could not be measured is not kept
                traceback.print_exc(file=sys.stderr)
                job = f"{name}, {group.__name__}: the measurement broke"
                rows.append(figures.holds(job, "no exception", False, f"{type(problem).__name__}: {problem}"[:300]))
    return rows


def show(rows, before):
    missed = sum(row.verdict == figures.SHORT for row in rows)
    untold = sum(row.verdict.startswith(figures.UNKNOWN) for row in rows)
    print(f"\nhost before: {before}\nhost after:  {figures.host()}\n")
    figures.print_rows(rows)
    print(f"\n{len(rows)} rows: {len(rows) - missed - untold} hold, {missed} fall short, {untold} cannot tell here")


def main(area, purpose, parts, prepare=contextlib.nullcontext, full="as without: there is nothing that takes minutes"):
    """Measures and prints; the exit status: 1 when a bar is missed, 2 when nothing could be measured."""
    chosen = options(area, purpose, parts, full)
    names = [name for name in re.split(r"[,\s]+", chosen.only) if name] or list(parts)
    unknown = [name for name in names if name not in parts]
    if unknown:
        print(f"there is no part {unknown[0]}; there is {', '.join(parts)}", file=sys.stderr)
        return 2
    before = figures.host()
    try:
        with contextlib.redirect_stdout(sys.stderr), prepare(chosen) as run:
            rows = measure(run, {name: parts[name] for name in names})
    except NotReady as lacking:
        print(lacking, file=sys.stderr)
        return 2
    if chosen.json:
        figures.print_json(rows)
    else:
        show(rows, before)
    return 1 if any(row.verdict == figures.SHORT for row in rows) else 0
