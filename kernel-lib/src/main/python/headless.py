"""Runs one notebook with a real kernel and no browser, and says what is not as its cells expect."""
import dataclasses
import json
import os
import pathlib
import tempfile
import time

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError

import expectations

UMASK = os.umask(0o077)  # asking for it is setting it
os.umask(UMASK)
CELL_SECONDS = 60  # a cell's time limit, unless it expects another


@dataclasses.dataclass
class Report:
    """One notebook's run: what was wrong, cell by cell, and how far it came."""
    notebook: str
    problems: list = dataclasses.field(default_factory=list)  # (cell id, what)
    cells: int = 0
    done: int = 0
    images: int = 0
    seconds: float = 0.0
    kept: str = ""

    def passed(self):
        return not self.problems


def limit_of(cell, scale):
    expect = cell["metadata"].get("advsys", {}).get("expect") or {}
    return float(expect.get("seconds", CELL_SECONDS)) * scale


def exit_code(client):
    process = getattr(client.km.provisioner, "process", None) if client.km and client.km.provisioner else None
    return process.poll() if process else None


def last_words(said):
    """The last lines that the kernel wrote on its standard error, if any: another may follow the one that matters."""
    said.seek(max(0, said.seek(0, os.SEEK_END) - 2000))
    lines = said.read().decode(errors="replace").strip().splitlines()
    return f"; it said: {' / '.join(line[-200:] for line in lines[-3:])}" if lines else ""


def run_cells(client, notebook, report, scale, said):
    """Runs code cells in order; stops at the first that leaves the session in no state to go on."""
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        client.timeout = limit_of(cell, scale)
        try:
            client.execute_cell(cell, index, store_history=True)
        except CellTimeoutError:
            report.problems.append((cell.id, f"still running after its limit of {client.timeout:g} s"))
            return
        except DeadKernelError:
            report.problems.append((cell.id, f"the kernel died, exit code {exit_code(client)}{last_words(said)}"))
            return
        report.done += 1
        found = expectations.problems(cell)
        report.problems += [(cell.id, what) for what in found]
        report.images += sum(m.startswith("image/") for o in cell.outputs for m in o.get("data", {}))
        may_fail = "raises-exception" in cell.metadata.get("tags", [])
        if found and not may_fail and any(o.output_type == "error" for o in cell.outputs):
            return  # what follows would fail for want of it


def write_whole(notebook, target):
    """Writes a notebook, whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            nbformat.write(notebook, out)
        os.chmod(part, 0o666 & ~UMASK)
        os.replace(part, target)
    except BaseException:
        pathlib.Path(part).unlink(missing_ok=True)
        raise


def keep(notebook, path, folder):
    """Writes the executed notebook and says where."""
    target = folder / f"{path.parent.name}-{path.name}"
    write_whole(notebook, target)
    return str(target)


def check(path, kernel, quick, folder, scale=1.0):
    """Runs the notebook at `path` and reports. Raises NoSuchKernel when there is no such kernel."""
    path = pathlib.Path(path)
    report = Report(str(path))
    started = time.monotonic()
    try:
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
    except (OSError, ValueError, KeyError, AttributeError, nbformat.ValidationError) as problem:
        what = str(problem).splitlines()[0] if str(problem) else type(problem).__name__
        report.problems.append(("notebook", f"cannot be read: {what}; './workbook lint' says what to do"))
        return report
    for cell in notebook.cells:  # old outputs must not pass for new ones
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    report.cells = sum(c.cell_type == "code" and bool(c.source.strip()) for c in notebook.cells)
    client = NotebookClient(notebook, kernel_name=kernel, allow_errors=True, record_timing=False,
                            resources={"metadata": {"path": str(path.resolve().parent)}})
    environment = dict(os.environ, ADVSYS_QUICK="1") if quick else dict(os.environ)
    try:
        with tempfile.TemporaryFile() as said, client.setup_kernel(env=environment, stderr=said):
            run_cells(client, notebook, report, scale, said)
    except NoSuchKernel:
        raise
    except (RuntimeError, DeadKernelError) as problem:  # it did not even start
        report.problems.append(("notebook", f"the kernel did not start: {str(problem).splitlines()[0]}"))
    report.seconds = time.monotonic() - started
    if report.problems:
        if report.done < report.cells:
            report.problems.append(("notebook", f"{report.cells - report.done} of {report.cells} code cells not run"))
        report.kept = keep(notebook, path, folder)
    return report


def as_json(report):
    return json.dumps(dataclasses.asdict(report) | {"passed": report.passed()}, ensure_ascii=False)
