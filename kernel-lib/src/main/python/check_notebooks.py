#!/usr/bin/env python3
"""./workbook check: runs notebooks headless with the workbook's kernel and asserts what every cell shows.

Each code cell says in metadata.advsys.expect what must be seen. Exit code: 0 all as expected, 1 something is not,
2 nothing could be checked.
"""
import argparse
import os
import pathlib
import sys

from jupyter_client.kernelspec import NoSuchKernel

import headless

HOME = pathlib.Path(os.environ.get("ADVSYS_HOME", "."))


def options():
    parser = argparse.ArgumentParser(prog="./workbook check", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notebooks", nargs="*", metavar="NOTEBOOK", help="files or folders; default: notebooks/")
    parser.add_argument("--quick", action="store_true", help="fewer repeats; never fewer rows, sizes or checks")
    parser.add_argument("--kernel", default="advsys", help="another kernel than advsys")
    parser.add_argument("--keep", type=pathlib.Path, default=HOME / ".workbook" / "check", metavar="FOLDER",
                        help="where executed notebooks that failed are kept")
    parser.add_argument("--scale", type=float, default=1.0, help="multiplies every time limit, for slow hosts")
    parser.add_argument("--json", action="store_true", help="one JSON object a notebook, in lines")
    return parser.parse_args()


def files(paths):
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*.ipynb") if ".ipynb_checkpoints" not in p.parts)
        else:
            yield path


def show(report):
    mark = "ok  " if report.passed() else "FAIL"
    print(f"{mark} {report.notebook}: {report.done} of {report.cells} cells, {report.images} images, "
          f"{report.seconds:.1f} s", flush=True)
    for cell, what in report.problems:
        print(f"     {cell}: {what}")
    if report.kept:
        print(f"     as executed: {report.kept}", flush=True)


def main():
    arguments = options()
    chosen = list(files([pathlib.Path(n) for n in arguments.notebooks] or [HOME / "notebooks"]))
    if not chosen:
        print("there is no notebook to check; name one, or call this in the workbook's folder", file=sys.stderr)
        return 2
    failed = 0
    for path in chosen:
        try:
            report = headless.check(path, arguments.kernel, arguments.quick, arguments.keep, arguments.scale)
        except NoSuchKernel:
            print(f"there is no kernel '{arguments.kernel}' yet: ./workbook build installs it", file=sys.stderr)
            return 2
        print(headless.as_json(report), flush=True) if arguments.json else show(report)
        failed += not report.passed()
    if not arguments.json:
        print(f"{len(chosen)} notebooks: {len(chosen) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
