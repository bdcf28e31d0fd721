"""./workbook run with a real kernel: what it writes, what it refuses, what an interrupt leaves, and papermill beside it."""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

import built_kernel
from cases import HOME, LONG, Cases, Skip, private_jupyter
from rerun_commands import command, notebook, read, workbook

PARAMETERS = "int[] threads = {1, 2};  // how many, 1..64\nint holdNanos = 5;       // inside"
SHOW = 'System.out.println("sum " + (java.util.Arrays.stream(threads).sum() + holdNanos));'


def text(cell):
    return "".join(o.get("text", "") for o in cell.outputs)


def cell_of(book, name):
    return next(cell for cell in book.cells if cell.id == name)


def parameters_reach_the_cells(folder):
    source = notebook(folder / "one.ipynb", ("parameters", PARAMETERS), ("doubled", "var doubled = 2 * holdNanos;"),
                      ("show", SHOW + "\nSystem.out.println(doubled);"))
    before = source.read_bytes()
    done = workbook("run", source, "-p", "threads=3,4", "-p", "holdNanos=1us", "-o", folder / "deep" / "out.ipynb")
    assert done.returncode == 0, done.stdout + done.stderr
    assert source.read_bytes() == before
    book = read(folder / "deep" / "out.ipynb")
    assert [cell.id for cell in book.cells] == ["parameters", "injected-parameters", "doubled", "show"]
    assert text(cell_of(book, "show")) == "sum 1007\n2000\n", text(cell_of(book, "show"))
    injected = cell_of(book, "injected-parameters")
    assert injected.metadata.tags == ["injected-parameters"]
    assert "var " not in injected.source and "int holdNanos" not in injected.source, injected.source
    whole = book.metadata.papermill
    assert whole.parameters == {"threads": [3, 4], "holdNanos": 1000}, whole
    assert whole.exception is None and whole.duration > 0 and whole.start_time < whole.end_time, whole
    assert all(cell.metadata.papermill.status == "completed" for cell in book.cells)
    assert sorted(p.name for p in (folder / "deep").iterdir()) == ["out.ipynb"]

    if not LONG:
        return
    again = workbook("run", folder / "deep" / "out.ipynb", "-p", "threads=5", "-o", folder / "again.ipynb")
    assert again.returncode == 0, again.stdout + again.stderr
    book = read(folder / "again.ipynb")
    assert [cell.id for cell in book.cells] == ["parameters", "injected-parameters", "doubled", "show"]
    assert text(cell_of(book, "show")) == "sum 10\n10\n"


def failing_cell_is_named_and_kept(folder):
    source = notebook(folder / "fails.ipynb", ("parameters", PARAMETERS), ("divide", "int x = 1 / (holdNanos - 5);"),
                      ("after", "1 + 1"))
    done = workbook("run", source, "-o", folder / "failed.ipynb")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "'divide'" in done.stdout and "ArithmeticException" in done.stdout, done.stdout
    book = read(folder / "failed.ipynb")
    assert [cell.metadata.papermill.status for cell in book.cells] == ["completed", "failed", "pending"]
    assert cell_of(book, "divide").outputs[0].output_type == "error"
    assert book.metadata.papermill.exception is True
    if LONG:
        assert workbook("run", source, "-p", "holdNanos=6", "-o", folder / "failed.ipynb").returncode == 0


def missing_kernel_writes_nothing(folder):
    source = notebook(folder / "two.ipynb", ("parameters", PARAMETERS), ("show", SHOW))
    target = folder / "never.ipynb"
    done = workbook("run", source, "--kernel", "nobody", "-o", target)
    assert done.returncode == 2 and "no kernel 'nobody'" in done.stderr, done
    assert not target.exists()


def interrupt_leaves_nothing_half_written(folder):
    started = folder / "started"
    source = notebook(folder / "long.ipynb", ("parameters", PARAMETERS),
                      ("long", f'java.nio.file.Files.writeString(java.nio.file.Path.of("{started}"), "" + '
                               "ProcessHandle.current().pid());\nwhile (true) {}"))
    home = folder / "interrupted"
    home.mkdir()
    (home / "out.ipynb").write_text("as it was")
    process = subprocess.Popen(command("run", source, "-o", home / "out.ipynb"), stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True, start_new_session=True)
    until = time.monotonic() + 240
    while not started.exists() or not started.read_text():
        assert time.monotonic() < until and process.poll() is None, "the cell never began"
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    said = process.communicate(timeout=240)[0]
    assert process.returncode != 0
    assert "interrupted in cell 'long'" in said and "nothing was written" in said, said
    assert [p.name for p in home.iterdir()] == ["out.ipynb"]
    assert (home / "out.ipynb").read_text() == "as it was"
    kernel = int(started.read_text())
    until = time.monotonic() + 120
    while is_running(kernel):
        assert time.monotonic() < until, "its kernel lives on"
        time.sleep(0.05)


def is_running(pid):
    try:
        os.kill(pid, 0)
        status = pathlib.Path(f"/proc/{pid}/stat")
        return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


def papermill_runs_our_notebooks(folder):
    try:
        import papermill
        from papermill.iorw import load_notebook_node
    except ImportError:
        raise Skip("no papermill: ./workbook test installs it") from None
    ours = load_notebook_node(str(folder / "deep" / "out.ipynb"))  # of the first case
    theirs = papermill.execute_notebook(folder / "deep" / "out.ipynb", folder / "theirs.ipynb", progress_bar=False)
    assert text(cell_of(theirs, "show")) == "sum 1007\n2000\n"
    assert set(theirs.metadata.papermill) == set(ours.metadata.papermill), ours.metadata.papermill
    for one, other in zip(ours.cells, theirs.cells):
        assert set(one.metadata.papermill) == set(other.metadata.papermill)
    if LONG:  # theirs can be run by ours
        done = workbook("run", folder / "theirs.ipynb", "-p", "threads=1", "-o", folder / "both.ipynb")
        assert done.returncode == 0 and text(cell_of(read(folder / "both.ipynb"), "show")) == "sum 6\n10\n", done


def papermill_runs_a_chapter(folder, source):
    """Plain papermill, no parameters: every cell of a chapter's notebook runs to its end, and the notebook stays."""
    try:
        import papermill
    except ImportError:
        raise Skip("no papermill: ./workbook test installs it") from None
    before = source.read_bytes()
    os.environ["ADVSYS_QUICK"] = "1"
    try:
        papermill.execute_notebook(source, folder / "chapter.ipynb", progress_bar=False, cwd=source.parent)
    finally:
        del os.environ["ADVSYS_QUICK"]
    assert source.read_bytes() == before
    book = read(folder / "chapter.ipynb")
    assert book.metadata.papermill.exception is None and book.metadata.papermill.parameters == {}, book.metadata
    assert [cell.id for cell in book.cells] == [cell.id for cell in read(source).cells], "a cell was injected"
    left = [cell.id for cell in book.cells if cell.metadata.papermill.status != "completed"]
    assert not left, f"{source.stem}: {left}"


def main():
    cases = Cases()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="rerun-cases-"))
    os.environ.update(private_jupyter(folder))
    try:
        built_kernel.provide(folder)
        for case in (parameters_reach_the_cells, failing_cell_is_named_and_kept, missing_kernel_writes_nothing,
                     interrupt_leaves_nothing_half_written, papermill_runs_our_notebooks):
            cases.run(case.__name__, case, folder)
        chapters = sorted(path for path in (HOME / "notebooks").glob("0[1-9]*/*.ipynb"))
        for path in cases.choose(chapters, 0, "notebooks by plain papermill"):
            cases.run(f"papermill runs {path.stem}", papermill_runs_a_chapter, folder, path)
        if not LONG:
            cases.leave("runs of notebooks that were run before")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    cases.end()


main()
