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
RUN = """if (holdNanos == 13) throw new IllegalStateException("unlucky");
Results run = Experiment.of(new Spin()).subject("A", 1).with("threads", threads).repeats(2).seed(seed).run();
run"""
SHOW = 'System.out.println("runs " + ++Seen.runs);'


def sweep_notebook(path, simulated=True, *more):
    book = notebook(path, ("setup", "import advsys.lab.*;"), ("parameters", PARAMETERS), ("scenario", SCENARIO),
                    ("run", RUN), ("show", SHOW), *more)
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


def simulated_points_are_one_table(folder):
    source = sweep_notebook(folder / "one.ipynb")
    home = folder / "one"
    done = workbook("sweep", source, "-p", "holdNanos=5,7", "-p", "threads={1,2},4", "--seeds", 3, "-o", home)
    assert done.returncode == 0, done.stdout + done.stderr
    rows = table(home)
    assert len(rows) == 2 * 3 * (2 * 2 + 1 * 2), len(rows)
    for row in rows:
        assert float(row["waitNanos"]) == 10.0 * int(row["holdNanos"]) / int(row["threads"]), row
    assert {row["threadsParameter"] for row in rows} == {"{1, 2}", "{4}"}
    # the same points one by one, in the other order: nothing of one point is seen by another
    for name in points(home):
        book = read(home / "points" / name)
        shown = [o for cell in book.cells if cell.id == "show" for o in cell.outputs]
        assert [o["text"] for o in shown] == ["runs 1\n"], shown
        assert "injected-parameters" in [cell.id for cell in book.cells]
    backwards = folder / "backwards"
    done = workbook("sweep", source, "-p", "holdNanos=7,5", "-p", "threads={4},{1,2}", "--seeds", 3, "-o", backwards)
    assert done.returncode == 0, done.stdout + done.stderr
    key = lambda row: sorted(row.items())  # noqa: E731
    assert sorted(map(key, rows)) == sorted(map(key, table(backwards)))

    before = points(home)
    again = workbook("sweep", source, "-p", "holdNanos=5,7", "-p", "threads={1,2},4", "--seeds", 4, "-o", home)
    assert again.returncode == 0 and "12 of them are there from before" in again.stdout, again.stdout
    after = points(home)
    assert len(after) == 16 and all(after[name].st_mtime_ns == old.st_mtime_ns for name, old in before.items())


def measured_points_agree_with_simulated_ones(folder):
    arguments = ("-p", "holdNanos=5,7", "-o")
    for simulated in (False, True):
        source = sweep_notebook(folder / "two.ipynb", simulated)
        done = workbook("sweep", source, *arguments, folder / f"two-{simulated}")
        assert done.returncode == 0, done.stdout + done.stderr
    assert table(folder / "two-False") == table(folder / "two-True")


def failures_are_listed(folder):
    source = sweep_notebook(folder / "three.ipynb")
    home = folder / "three"
    done = workbook("sweep", source, "-p", "holdNanos=12,13,14", "-o", home)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "holdNanos=13: cell 'run': IllegalStateException: unlucky" in done.stdout, done.stdout
    assert {row["holdNanos"] for row in table(home)} == {"12", "14"}
    failed = [name for name in points(home) if name.endswith(".failed.ipynb")]
    book = read(home / "points" / failed[0])
    cell = next(cell for cell in book.cells if cell.id == "run")
    assert len(failed) == 1 and any("unlucky" in line for line in cell.outputs[-1].traceback), cell.outputs
    assert "IllegalStateException" in (home / "failures.txt").read_text()
    once_more = workbook("sweep", source, "-p", "holdNanos=12,13,14", "-o", home)
    assert once_more.returncode == 1 and "3 of them are there from before" in once_more.stdout, once_more.stdout


def wrong_calls_are_refused(folder):
    source = sweep_notebook(folder / "four.ipynb")
    for words, arguments in (("did you mean 'holdNanos'", ("-p", "holdNano=1,2")),
                             ("2 comes twice", ("-p", "holdNanos=1,2,2")),
                             ("no whole number", ("-p", "holdNanos=1,x")),
                             ("give one of them", ("-p", "seed=1,2", "--seeds", 3))):
        done = workbook("sweep", source, *arguments, "-o", folder / "four")
        assert done.returncode == 2 and words in done.stderr, done
        assert not (folder / "four").exists()


def kills_at_random_moments_lose_and_repeat_nothing(folder):
    seed, number, most = (random.randrange(1 << 30), 20, 3) if LONG else (SEED, 8, 1)
    chance = random.Random(seed)
    source = sweep_notebook(folder / "five.ipynb", True, ("slow", "Thread.sleep(80);"))  # time to be killed in
    arguments = ("sweep", source, "-p", "holdNanos=1,2,3", "--seeds", number, "-o")
    whole = workbook(*arguments, folder / "whole")
    assert whole.returncode == 0, whole.stdout + whole.stderr
    home = folder / "killed"
    kept, kills = {}, 0
    while True:
        process = subprocess.Popen(command(*arguments, home), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                   start_new_session=True, text=True)
        known = len(points(home)) if home.exists() else 0
        wanted = known + chance.randrange(1, 1 + number)  # killed by what it has done, not by the clock: hosts differ
        until = time.monotonic() + 300
        while process.poll() is None and (kills >= most or not home.exists() or len(points(home)) < wanted):
            assert time.monotonic() < until, f"seed {seed}: no progress"
            time.sleep(chance.random() * 0.02)
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)  # the parent only: its workers must end by themselves
            kills += 1
        said = process.communicate(timeout=240)[1]
        now = points(home)
        for name, old in kept.items():
            assert now[name].st_mtime_ns == old.st_mtime_ns, f"seed {seed}: {name} was run twice"
        kept = now
        if process.returncode != -signal.SIGKILL:
            break
    assert process.returncode == 0, f"seed {seed}: {said}"
    assert kills > 0, f"seed {seed}: it was never killed"
    assert len(kept) == 3 * number, f"seed {seed}: {len(kept)} points"
    assert table(home) == table(folder / "whole"), f"seed {seed}"
    assert not [p.name for p in (home / "points").iterdir() if p.name.endswith(".part")], f"seed {seed}"


def compare_says_what_differs(folder):
    for hold in (5, 9):
        done = workbook("run", sweep_notebook(folder / "six.ipynb", True), "-p", f"holdNanos={hold}", "-p",
                        "threads=1,2,3", "-o", folder / f"six-{hold}.ipynb")
        assert done.returncode == 0, done.stdout + done.stderr
    done = workbook("compare", folder / "six-5.ipynb", folder / "six-9.ipynb")
    assert done.returncode == 0, done
    lines = {line.split()[0]: line for line in done.stdout.splitlines() if line.strip()}
    assert lines["holdNanos"].split() == ["holdNanos", "5", "9"], done.stdout
    assert "slower" in lines["waitNanos"] and "1.80" in lines["waitNanos"], done.stdout
    assert "the same" in lines["drawn"], done.stdout
    assert "WARNING" not in done.stdout and "cores" in lines, done.stdout
    other = json.loads((folder / "six-9.ipynb").read_text())
    other["metadata"]["advsys"]["host"] = other["metadata"]["advsys"]["host"].replace("cores", "cores  7 of them", 1)
    (folder / "six-elsewhere.ipynb").write_text(json.dumps(other))
    done = workbook("compare", folder / "six-5.ipynb", folder / "six-elsewhere.ipynb")
    assert "WARNING: the hosts differ in cores" in done.stdout, done.stdout
    nothing = workbook("compare", folder / "six-5.ipynb", folder / "six.ipynb")
    assert nothing.returncode == 2 and "shows no rows to compare" in nothing.stderr, nothing


def main():
    cases = Cases()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="sweep-cases-"))
    os.environ.update(private_jupyter(folder))
    try:
        built_kernel.provide(folder)
        for case in (simulated_points_are_one_table, measured_points_agree_with_simulated_ones, failures_are_listed,
                     wrong_calls_are_refused, kills_at_random_moments_lose_and_repeat_nothing,
                     compare_says_what_differs):
            cases.run(case.__name__, case, folder)
        if not LONG:
            cases.leave("2 of 3 kills of a sweep")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    cases.end()


main()
