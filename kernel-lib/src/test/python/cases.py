"""Cases of a test script, told to JUnit (advsys.testing.PythonCases) as one JSON object a line."""
import json
import os
import pathlib
import sys
import traceback

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

    def tell(self, name, outcome, message=""):
        self.failed += outcome == "failed"
        print(json.dumps({"case": name, "outcome": outcome, "message": message}), flush=True)

    def run(self, name, body, *arguments):
        """Runs one case and gives what it returns; None when it failed."""
        try:
            result = body(*arguments)
        except Skip as skip:
            self.tell(name, "skipped", str(skip))
        except Exception as problem:  # whatever went wrong is this case's outcome
            where = "".join(traceback.format_exception(problem)[-3:])
            self.tell(name, "failed", f"{type(problem).__name__}: {problem}\n{where}")
        else:
            self.tell(name, "passed")
            return result
        return None

    def end(self):
        sys.exit(1 if self.failed else 0)
