#!/usr/bin/env python3
"""Runs notebooks, each in a kernel of its own, as ./workbook run and sweep have prepared them.

The argument is a file with the plan: {kernel, quick, points: [{notebook, folder, output, failed, papermill}]}. On
stdout, one JSON object a line says what happens; `output`, or `failed` where a cell fails, is written whole or not at
all. Exit code: 0 all ran to their end, 1 one did not, 2 there is no such kernel, 130 interrupted.
"""
import datetime
import json
import os
import pathlib
import signal
import sys
import tempfile
import threading

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError

import headless

PENDING, RUNNING, COMPLETED, FAILED = "pending", "running", "completed", "failed"  # papermill's words
INTERRUPTED = 130


def tell(**event):
    print(json.dumps(event, ensure_ascii=False), flush=True)


def now():
    return datetime.datetime.now(datetime.timezone.utc)


class Client(NotebookClient):
    """A client that ends its kernel, and this process, at once when it is told to stop."""

    async def async_start_new_kernel(self, **options):
        for number in (signal.SIGINT, signal.SIGTERM):  # nbclient has just set its own, which wait for the cell
            signal.signal(number, self.stop)
        await super().async_start_new_kernel(**options)

    def stop(self, number, _frame):
        process = getattr(self.km.provisioner, "process", None) if self.km and self.km.provisioner else None
        if process is not None and process.poll() is None:
            process.kill()
        tell(event="interrupted")
        os._exit(INTERRUPTED)  # nothing was opened that could be half-written


class Stamps:
    """What papermill writes about a run, so that its viewers can read ours."""

    def __init__(self, notebook, papermill):
        self.whole = notebook.metadata
        self.started = now()
        self.whole["papermill"] = papermill | {"start_time": self.started.isoformat(), "end_time": None,
                                               "duration": None, "exception": None}
        for cell in notebook.cells:
            cell.metadata.setdefault("tags", [])
            cell.metadata["papermill"] = {"exception": None, "start_time": None, "end_time": None, "duration": None,
                                          "status": PENDING}

    def begin(self, cell):
        self.cell_started = now()
        cell.metadata.papermill.update(start_time=self.cell_started.isoformat(), status=RUNNING, exception=False)

    def end(self, cell, failed=False):
        ended = now()
        cell.metadata.papermill.update(
            end_time=ended.isoformat(), duration=(ended - self.cell_started).total_seconds(),
            status=FAILED if failed else COMPLETED, exception=failed)

    def close(self, failed):
        ended = now()
        self.whole["papermill"].update(end_time=ended.isoformat(), exception=True if failed else None,
                                       duration=(ended - self.started).total_seconds())


def run_cells(client, notebook, stamps, said):
    """Runs all cells in order; gives None, or (cell id, what went wrong) of the one that stopped it."""
    for index, cell in enumerate(notebook.cells):
        stamps.begin(cell)
        if cell.cell_type != "code" or not cell.source.strip():
            stamps.end(cell)
            continue
        tell(event="cell", cell=cell.id, index=index, of=len(notebook.cells))
        try:
            client.execute_cell(cell, index)
        except CellExecutionError as problem:
            stamps.end(cell, failed=True)
            return cell.id, f"{problem.ename}: {headless.expectations.ANSI.sub('', problem.evalue)}".strip()
        except DeadKernelError:
            stamps.end(cell, failed=True)
            return cell.id, f"the kernel died, exit code {headless.exit_code(client)}{headless.last_words(said)}"
        stamps.end(cell)
    return None


def run(point, kernel, environment):
    """Runs one point, writes what came of it, and says so; True when it ran to its end."""
    notebook = nbformat.reads(json.dumps(point["notebook"]), as_version=4)
    stamps = Stamps(notebook, point["papermill"])
    client = Client(notebook, kernel_name=kernel, timeout=None, record_timing=False,
                    resources={"metadata": {"path": point["folder"]}})
    try:
        with tempfile.TemporaryFile() as said, client.setup_kernel(env=environment, stderr=said):
            wrong = run_cells(client, notebook, stamps, said)
    except NoSuchKernel:
        raise
    except (RuntimeError, DeadKernelError) as problem:
        wrong = ("notebook", f"the kernel did not start: {str(problem).splitlines()[0]}")
    stamps.close(wrong is not None)
    target = point["failed"] if wrong else point["output"]
    headless.write_whole(notebook, pathlib.Path(target))
    if wrong:
        tell(event="failed", output=target, cell=wrong[0], what=wrong[1])
    else:
        tell(event="done", output=target, seconds=notebook.metadata.papermill["duration"])
    return wrong is None


def stopped(_number, _frame):
    tell(event="interrupted")
    os._exit(INTERRUPTED)


def end_with_parent():
    """Standard input says nothing; it ends when whoever started this is gone, also when that was killed."""
    while os.read(0, 4096):  # not sys.stdin: its lock would be held when Python ends
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def main():
    threading.Thread(target=end_with_parent, daemon=True).start()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stopped)
    plan = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    environment = dict(os.environ, ADVSYS_ROWS="1")
    environment.pop("ADVSYS_QUICK", None)
    if plan["quick"]:
        environment["ADVSYS_QUICK"] = "1"
    try:
        whole = [run(point, plan["kernel"], environment) for point in plan["points"]]
    except NoSuchKernel:
        tell(event="no-kernel")
        return 2
    return 0 if all(whole) else 1


if __name__ == "__main__":
    sys.exit(main())
