"""Runs a student's own notebooks and says what their visible checks say. Nothing is written, and nothing is isolated."""
import argparse
import json
import os
import pathlib
import sys

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError

CELL_SECONDS = 120
KERNEL = "advsys"


def checks_of(cell):
    """What the checks of a cell said: the summaries that they put into their outputs' metadata, with their text."""
    for output in cell.get("outputs", []):
        summary = output.get("metadata", {}).get("advsys", {}).get("check")
        if summary:
            yield summary, "".join(output.get("data", {}).get("text/plain", ""))


def is_check(cell):
    return cell["metadata"].get("nbgrader", {}).get("grade") and not cell["metadata"]["nbgrader"].get("solution")


def run(path):
    """Yields one result for each check of the notebook, in the order of its cells."""
    try:
        notebook = nbformat.read(path, as_version=4)
    except (OSError, ValueError, KeyError, AttributeError, nbformat.ValidationError) as problem:
        yield {"cell": "notebook", "held": 0, "of": 1, "more": 0, "text": f"cannot be read: {str(problem)[:200]}"}
        return
    client = NotebookClient(notebook, kernel_name=KERNEL, allow_errors=True, timeout=CELL_SECONDS,
                            resources={"metadata": {"path": str(path.resolve().parent)}})
    environment = dict(os.environ, ADVSYS_QUICK="1")  # measured cells need not be precise here
    with client.setup_kernel(env=environment):
        for index, cell in enumerate(notebook.cells):
            if cell.cell_type != "code" or not cell.source.strip():
                continue
            cell.outputs = []  # old outputs must not pass for new ones
            problem = ""
            try:
                client.execute_cell(cell, index)
            except CellTimeoutError:
                problem = f"still running after {CELL_SECONDS} s"
            except DeadKernelError:
                problem = "it ended the kernel"
            found = list(checks_of(cell)) if is_check(cell) else []
            for summary, text in found:
                yield {"cell": cell.id, **summary, "text": text}
            if is_check(cell) and not found:
                errors = [o["evalue"] for o in cell.outputs if o.output_type == "error"]
                said = problem or (errors[0] if errors else "the check showed nothing")
                yield {"cell": cell.id, "held": 0, "of": 1, "more": 0, "text": said}
            elif problem:
                yield {"cell": cell.id, "held": 0, "of": 1, "more": 0, "text": problem}
            if problem:
                return  # the session is in no state to go on


def notebooks(paths):
    for path in map(pathlib.Path, paths):
        found = sorted(path.rglob("*.ipynb")) if path.is_dir() else [path]
        yield from (each for each in found if ".ipynb_checkpoints" not in each.parts)


def line(result):
    total = f"{result['held']} of {result['of']} visible " + ("check" if result["of"] == 1 else "checks")
    return total + (f"; {result['more']} more at grading" if result["more"] else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    root = pathlib.Path(os.environ.get("ADVSYS_HOME", "."))
    everything = {"held": 0, "of": 0, "more": 0}
    if not arguments.json:
        print("Your own code runs as you, without a sandbox: check your own work only.", flush=True)
    for path in notebooks(arguments.paths or [root / "notebooks"]):
        try:
            for result in run(path):
                for key in everything:
                    everything[key] += result[key]
                if arguments.json:
                    print(json.dumps({"notebook": str(path), **result}, ensure_ascii=False), flush=True)
                else:
                    print(f"\n{path}, cell {result['cell']}: {line(result)}", flush=True)
                    if result["held"] < result["of"]:
                        print("    " + result["text"].strip().replace("\n", "\n    "), flush=True)
        except NoSuchKernel:
            print("there is no kernel 'advsys': ./workbook build registers it", file=sys.stderr)
            return 2
    if not arguments.json:
        print("\n" + line(everything) if everything["of"] else "\nno visible checks in these notebooks")
    return 0 if everything["held"] == everything["of"] else 1


if __name__ == "__main__":
    sys.exit(main())
