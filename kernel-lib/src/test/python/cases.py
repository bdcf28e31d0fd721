"""Cases of a test script, told to JUnit (advsys.testing.PythonCases) as one JSON object a line."""
import json
import os
import pathlib
import random
import sys
import time
import traceback

LONG = os.environ.get("ADVSYS_TEST_LONG") == "true"  # ./workbook test --long: everything; else a seeded choice
SEED = int(os.environ.get("ADVSYS_TEST_SEED") or time.strftime("%Y%m%d", time.gmtime()))
HOME = pathlib.Path(os.environ.get("ADVSYS_HOME", ".")).resolve()


def private_jupyter(folder, **more):
    """An environment for Jupyter and its kernels that reads and writes nothing of the user's."""
    private = {f"JUPYTER_{name}_DIR": str(folder / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    return os.environ | private | {"IPYTHONDIR": str(folder / "ipython")} | more


class Skip(Exception):
    """Raised by a case that this host cannot run; the text says what is missing and what cures it."""


class Cases:
    """Runs cases by name, in the order given; prints each outcome as it is known."""

    def __init__(self):
        self.failed = 0

    def tell(self, name, outcome, message="", seconds=0.0):
        self.failed += outcome == "failed"
        print(json.dumps({"case": name, "outcome": outcome, "message": message, "seconds": round(seconds, 1)}), flush=True)

    def choose(self, items, number, what):
        """`number` of the items, drawn by the seed, in their order; all under --long. Tells what is left out."""
        if LONG or len(items) <= number:
            return list(items)
        chosen = random.Random(f"{SEED} {what}").sample(range(len(items)), number)
        self.leave(f"{len(items) - number} of {len(items)} {what}")
        return [items[i] for i in sorted(chosen)]

    def leave(self, what):
        """Tells what this run leaves to --long."""
        print(json.dumps({"left": f"{what} (seed {SEED})"}), flush=True)

    def run(self, name, body, *arguments):
        """Runs one case and gives what it returns; None when it failed."""
        began = time.monotonic()
        try:
            result = body(*arguments)
        except Skip as skip:
            self.tell(name, "skipped", str(skip), time.monotonic() - began)
        except Exception as problem:  # whatever went wrong is this case's outcome
            where = "".join(traceback.format_exception(problem)[-3:])
            self.tell(name, "failed", f"{type(problem).__name__}: {problem}\n{where}", time.monotonic() - began)
        else:
            self.tell(name, "passed", "", time.monotonic() - began)
            return result
        return None

    def end(self):
        sys.exit(1 if self.failed else 0)
