"""./workbook sweep and compare as processes: one table, nothing twice, nothing missing, whatever kills it and when."""
import csv
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import tempfile
import time

import built_kernel
from cases import LONG, SEED, Cases, private_jupyter
from rerun_commands import command, notebook, read, workbook

PARAMETERS = "int holdNanos = 5;   // inside\nint[] threads = {1, 2}; // how many\nlong seed = 1; // chance"
SCENARIO = """record Row(double waitNanos, int drawn) {}
record Spin(int threads) implements Scenario<Integer, Row> {
    public Spin() { this(1); }
    public Row run(Integer factor, Trial trial) {
        return new Row(factor * 10.0 * holdNanos / threads, trial.random().nextInt(1000));
    }
}
class Seen { static int runs; }"""
RUN = """if (holdNanos == 7 && seed == 4) throw new IllegalStateException("unlucky");
Results run = Experiment.of(new Spin()).subject("A", 1).with("threads", threads).repeats(2).seed(seed).run();
run"""
SHOW = 'System.out.println("runs " + ++Seen.runs);\nThread.sleep(20); // time to be killed in'
GRID = ("-p", "holdNanos=5,7", "-p", "threads={1,2},4", "--seeds", 4)
ROWS = 7 * (2 * 2 + 1 * 2)  # of 16 points, of which two fail
FAILURES = 2


def sweep_notebook(path, simulated=True):
    book = notebook(path, ("setup", "import advsys.lab.*;"), ("parameters", PARAMETERS), ("scenario", SCENARIO),
                    ("run", RUN), ("show", SHOW))
    whole = json.loads(book.read_text())
    whole["cells"][3]["metadata"]["advsys"] = {"part": "run"}
    if simulated:
        whole["metadata"]["advsys"] = {"sweep": "simulated"}
    book.write_text(json.dumps(whole))
    return book


def table(folder):
    """The rows, without what the host itself decides."""
    with open(folder / "results.csv", newline="", encoding="utf-8") as file:
        return [{k: v for k, v in row.items() if k not in ("interference", "overlap")} for row in csv.DictReader(file)]


def points(folder):
    return {p.name: p.stat() for p in (folder / "points").glob("[!.]*.ipynb")}


def executed(folder, **parameters):
    """The executed notebook of the point that set `parameters`."""
    for name in points(folder):
        if read(folder / "points" / name).metadata.papermill.parameters == parameters:
            return folder / "points" / name
    raise AssertionError(f"no point of {parameters}")


def points_are_one_table_and_failures_are_listed(folder):
    source = sweep_notebook(folder / "one.ipynb")
    home = folder / "whole"
    done = workbook("sweep", source, *GRID, "-o", home)
    assert done.returncode == 1, done.stdout + done.stderr
    rows = table(home)
    assert len(rows) == ROWS, len(rows)
    for row in rows:
        assert float(row["waitNanos"]) == 10.0 * int(row["holdNanos"]) / int(row["threads"]), row
    assert {row["threadsParameter"] for row in rows} == {"{1, 2}", "{4}"}
    for name in points(home):  # nothing of one point is seen by another
        book = read(home / "points" / name)
        if not name.endswith(".failed.ipynb"):
            shown = [o for cell in book.cells if cell.id == "show" for o in cell.outputs]
            assert [o["text"] for o in shown] == ["runs 1\n"], shown
        assert "injected-parameters" in [cell.id for cell in book.cells]
    assert "holdNanos=7 threads={4} seed=4: cell 'run': IllegalStateException: unlucky" in done.stdout, done.stdout
    line = f'in a notebook: Chart.lines(SavedRows.read("{home}"), "holdNanos", "waitNanos")'
    assert line in done.stdout, done.stdout
    failed = [name for name in points(home) if name.endswith(".failed.ipynb")]
    cell = next(cell for cell in read(home / "points" / failed[0]).cells if cell.id == "run")
    assert len(failed) == FAILURES and any("unlucky" in line for line in cell.outputs[-1].traceback), cell.outputs
    assert (home / "failures.txt").read_text().count("IllegalStateException") == FAILURES


def measured_points_agree_with_simulated_ones(folder):
    source = sweep_notebook(folder / "two.ipynb", simulated=False)
    values = ("5", "7") if LONG else ("7",)
    done = workbook("sweep", source, "-p", f"holdNanos={','.join(values)}", "-p", "threads=4", "-p", "seed=2", "-o",
                    folder / "measured")
    assert done.returncode == 0, done.stdout + done.stderr
    key = lambda row: (row["holdNanos"], row["threads"], row["seed"], row["waitNanos"], row["drawn"])  # noqa: E731
    theirs = {key(row) for row in table(folder / "whole") if row["holdNanos"] in values}
    ours = [key(row) for row in table(folder / "measured")]
    assert len(ours) == 2 * len(values) and theirs.issuperset(ours), (ours, theirs)


def kills_at_random_moments_lose_and_repeat_nothing(folder):
    chance = random.Random(SEED)
    source = sweep_notebook(folder / "one.ipynb")
    home = folder / "killed"
    wanted_kills = 3 if LONG else 1
    kept, kills = {}, 0
    while True:
        process = subprocess.Popen(command("sweep", source, *GRID, "-o", home), stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, start_new_session=True, text=True)
        known = len(points(home)) if home.exists() else 0
        wanted = known + chance.randrange(1, 4)  # killed by what it has done, not by the clock: hosts differ
        until = time.monotonic() + 300
        while process.poll() is None and (kills >= wanted_kills or not home.exists() or len(points(home)) < wanted):
            assert time.monotonic() < until, f"seed {SEED}: no progress"
            time.sleep(chance.random() * 0.02)
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)  # the parent only: its workers must end by themselves
            kills += 1
        said = process.communicate(timeout=240)[0]
        now = points(home)
        for name, old in kept.items():
            assert now[name].st_mtime_ns == old.st_mtime_ns, f"seed {SEED}: {name} was run twice"
        kept = now
        if process.returncode != -signal.SIGKILL:
            break
    assert process.returncode == 1, f"seed {SEED}: {said}"
    assert kills > 0 and "of them are there from before" in said, f"seed {SEED}: {kills} kills; {said}"
    assert kept.keys() == points(folder / "whole").keys(), f"seed {SEED}: {len(kept)} points"
    assert table(home) == table(folder / "whole"), f"seed {SEED}"
    assert not [p.name for p in (home / "points").iterdir() if p.name.endswith(".part")], f"seed {SEED}"


def other_values_of_the_same_grid_are_added(folder):
    home = folder / "whole"
    before = points(home)
    source = folder / "one.ipynb"
    backwards = ("-p", "holdNanos=7,5", "-p", "threads={4},{1,2}", "--seeds", 5)
    again = workbook("sweep", source, *backwards, "-o", home)
    assert again.returncode == 1 and "16 of them are there from before" in again.stdout, again.stdout
    after = points(home)
    assert len(after) == 20 and all(after[name].st_mtime_ns == old.st_mtime_ns for name, old in before.items())
    once = workbook("sweep", source, *backwards, "-o", folder / "backwards")
    assert once.returncode == 1 and table(home) == table(folder / "backwards"), once.stdout


def compare_says_what_differs(folder):
    five = executed(folder / "whole", holdNanos=5, threads=[1, 2], seed=1)
    seven = executed(folder / "whole", holdNanos=7, threads=[1, 2], seed=1)
    other = json.loads(seven.read_text())
    other["metadata"]["advsys"]["host"] = other["metadata"]["advsys"]["host"].replace("cores", "cores  7 of them", 1)
    (folder / "elsewhere.ipynb").write_text(json.dumps(other))
    done = workbook("compare", five, folder / "elsewhere.ipynb")
    assert done.returncode == 0, done
    lines = {line.split()[0]: line for line in done.stdout.splitlines() if line.strip()}
    assert lines["holdNanos"].split() == ["holdNanos", "5", "7"], done.stdout
    assert "1.4" in lines["waitNanos"] and "the same" in lines["drawn"], done.stdout
    assert "WARNING: the hosts differ in cores" in done.stdout, done.stdout
    if LONG:
        done = workbook("compare", five, seven)
        assert "WARNING" not in done.stdout and "cores" in done.stdout, done.stdout


def main():
    cases = Cases()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="sweep-cases-"))
    os.environ.update(private_jupyter(folder))
    try:
        built_kernel.provide(folder)
        for case in (points_are_one_table_and_failures_are_listed, measured_points_agree_with_simulated_ones,
                     kills_at_random_moments_lose_and_repeat_nothing, compare_says_what_differs):
            cases.run(case.__name__, case, folder)
        if LONG:
            cases.run("other_values_of_the_same_grid_are_added", other_values_of_the_same_grid_are_added, folder)
        else:
            cases.leave("a sweep that is added to, a measured point, two kills")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    cases.end()


main()
