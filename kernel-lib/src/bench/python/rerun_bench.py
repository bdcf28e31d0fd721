#!/usr/bin/env python3
"""./workbook bench rerun: what running notebooks again costs, beside JupyterLab's own kernel start and the ideal.

- The overhead of a run: ./workbook run on a notebook without an experiment, less what JupyterLab's own server needs
  from the request for a kernel to its first answer, in turns.
- A sweep of simulated points of 10 ms. The ideal is what the points alone take, points x 10 ms / cores: no core ever
  waits, and nothing but points is computed. Counted is from the first executed notebook to the written table, against
  the ideal of the points that are still to be done then. What comes before, two JVMs and a compiler that start, is
  listed with the whole command in a row of its own, without a bar: it is the same for 10 points and for 10 000.
  The sweep's folder lies where a reader's does, under .workbook/: in /tmp a new file can cost a millisecond, because
  ext4 passes over every inode that was given back there in the last minutes, and tests give back thousands.
- Kills at random moments: the table is that of a sweep that was left alone.
"""
import csv
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

import bench
import figures

HOME = pathlib.Path(os.environ.get("ADVSYS_HOME", ".")).resolve()
POINTS, POINT_MILLIS = 1000, 10
SETUP = "import advsys.lab.*;"
PARAMETERS = "long seed = 1; // of everything random"
SCENARIO = """long begun = System.nanoTime();
record Row(int drawn) {}
record Draw(int sides) implements Scenario<Integer, Row> {
    public Draw() { this(6); }
    public Row run(Integer dice, Trial trial) { return new Row(trial.random().nextInt(sides)); }
}"""
RUN = 'Results run = Experiment.of(new Draw()).subject("die", 1).repeats(1).seed(seed).run();\nrun'
REST = f"while (System.nanoTime() - begun < {POINT_MILLIS}_000_000L) {{}}"  # a point takes 10 ms, whatever the lab takes


def command(*arguments):
    return [str(HOME / "workbook"), *map(str, arguments)]


def notebook(path, *cells, simulated=False):
    book = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": "advsys"}}, "cells": []}
    if simulated:
        book["metadata"]["advsys"] = {"sweep": "simulated"}
    for name, source in cells:
        book["cells"].append({"cell_type": "code", "id": name, "source": source, "outputs": [], "execution_count": None,
                              "metadata": {"tags": ["parameters"] if name == "parameters" else []}})
    path.write_text(json.dumps(book))
    return path


def run(*arguments):
    began = time.monotonic()
    done = subprocess.run(command(*arguments), capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(done.stdout + done.stderr)
    return time.monotonic() - began


def server_start(folder, name):
    """Seconds from the start of a kernel as JupyterLab's server starts it, to its answer to the first cell."""
    from jupyter_client.manager import KernelManager
    began = time.monotonic()
    manager = KernelManager(kernel_name=name)
    manager.start_kernel(cwd=str(folder))
    client = manager.client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=60)
        client.execute_interactive("1 + 1", timeout=60, output_hook=lambda _: None)
        return time.monotonic() - began
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def overhead(chosen):
    """Runs and kernel starts in turns."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = pathlib.Path(name)
        source = notebook(folder / "empty.ipynb", ("parameters", PARAMETERS), ("sum", "1 + 1"))
        ours, peer = [], []
        for _ in range(3 if chosen.quick else 9):
            peer.append(server_start(folder, "advsys"))
            ours.append(run("run", source, "-p", "seed=2", "-o", folder / "out.ipynb"))
        over = [one - other for one, other in zip(ours, peer)]
        yield figures.at_most("run: overhead over the kernel's own start, no experiment", over, 2,
                              detail=f"run {figures.spread(ours)}; kernel start {figures.spread(peer)}")


def simulated(folder):
    return notebook(folder / "points.ipynb", ("setup", SETUP), ("parameters", PARAMETERS), ("scenario", SCENARIO),
                    ("run", RUN), ("rest", REST), simulated=True)


def notebooks(folder):
    return sum(name.endswith(".ipynb") and not name.startswith(".") for name in os.listdir(folder))


def timed_sweep(source, home):
    """Seconds to the first executed notebook and from there to the end; the ideal of the points that were left then."""
    began = time.monotonic()
    process = subprocess.Popen(command("sweep", source, "--seeds", POINTS, "-o", home), stdout=subprocess.DEVNULL)
    while not (home / "points").exists() or not notebooks(home / "points"):
        if process.poll() is not None:
            raise RuntimeError(f"the sweep ended with {process.returncode} before its first point")
        time.sleep(0.002)
    first = time.monotonic()
    left = POINTS - notebooks(home / "points")
    if process.wait() != 0:
        raise RuntimeError(f"the sweep ended with {process.returncode}")
    return first - began, time.monotonic() - first, left * POINT_MILLIS / 1000 / (os.cpu_count() or 1)


def sweeps(chosen):
    """Also with --quick of all points: fewer would measure the start."""
    home = HOME / ".workbook" / "sweeps"
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=home) as name:
        folder = pathlib.Path(name)
        source = simulated(folder)
        each = [timed_sweep(source, folder / f"sweep-{i}") for i in range(1 if chosen.quick else 3)]
    starts, ours, ideal = ([run[i] for run in each] for i in range(3))
    job = f"sweep of {POINTS} simulated points of {POINT_MILLIS} ms, {os.cpu_count()} cores"
    row = figures.compare(job, ours, ideal, 1.3, "ideal")
    if row.verdict == figures.SHORT and figures.busy():
        row.verdict = f"{figures.UNKNOWN}: the host is busy, load {figures.load():.1f}"
    yield row
    whole = [start + rest for start, rest in zip(starts, ours)]
    yield figures.holds("  its start, once for each sweep", "no bar", True,
                        f"to the first point {figures.spread(starts)}; the whole command {figures.spread(whole)}")


def table(folder):
    with open(folder / "results.csv", newline="", encoding="utf-8") as file:
        return [{k: v for k, v in row.items() if k != "interference"} for row in csv.DictReader(file)]


def points(home):
    """When each point was written, by its file."""
    folder = home / "points"
    return {file.name: file.stat().st_mtime_ns for file in folder.glob("[!.]*.ipynb")} if folder.exists() else {}


def kills(chosen):
    """Each kill comes at a random moment of what a whole sweep takes; a fresh folder when the sweep ended before."""
    wanted = 5 if chosen.quick else 20
    seed = random.randrange(1 << 30)
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = pathlib.Path(name)
        arguments = ("sweep", simulated(folder), "--seeds", 200, "-o")
        took = run(*arguments, folder / "whole")
        whole = table(folder / "whole")
        done, finished, wrong, twice, kept = 0, 0, [], 0, {}
        while done < wanted:
            home = folder / f"killed-{finished}"
            process = subprocess.Popen(command(*arguments, home), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(chance.random() * took)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
                done += 1
            now = points(home)
            twice += sum(now.get(name) != written for name, written in kept.items())
            kept = now
            if process.returncode != -signal.SIGKILL:
                finished, kept = finished + 1, {}
        run(*arguments, folder / f"killed-{finished}")
        for i in range(finished + 1):
            if table(folder / f"killed-{i}") != whole:
                wrong.append(i)
        yield figures.holds(f"{wanted} kills at random moments", "the same table, no point twice",
                            not wrong and not twice,
                            f"{done} kills over {finished + 1} sweeps of 200 points, seed {seed}; wrong tables:"
                            f" {wrong or 'none'}; points that were written again: {twice}")


if __name__ == "__main__":
    sys.exit(bench.main("rerun", __doc__, {"overhead": overhead, "sweeps": sweeps, "kills": kills}))
