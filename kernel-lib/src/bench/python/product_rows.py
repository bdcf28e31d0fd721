"""The promises that are about the whole product: Jupyter's own kernel test, a fresh clone, an edited class."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import figures
import offline
from subjects import HOME

BENCH = pathlib.Path(__file__).parent
TOUCHED = "kernel-lib/src/main/java/advsys/locks/TasLock.java"


def conformance(bench):
    """Jupyter's own test of kernels."""
    job, bar = "jupyter_kernel_test", "green, nothing skipped that a Java kernel can do"
    script = HOME / "kernel-lib/src/test/python/conformance_cases.py"
    if not script.exists():
        return [figures.unknown(job, bar, f"no {script}")]
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=600, cwd=HOME,
                          stdin=subprocess.DEVNULL)
    cases = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    bad = [f"{c['case']}: {c['message'][:200]}" for c in cases if c["outcome"] == "failed"]
    skipped = [f"{c['case']} ({c['message'][:80]})" for c in cases if c["outcome"] == "skipped"]
    told = f"{len(cases)} cases, {len(bad)} failed, {len(skipped)} skipped"
    return [figures.holds(job, bar, cases and done.returncode == 0 and not bad, "; ".join([told, *bad, *skipped]))]


class Clone:
    """A clone of the last commit in an empty folder, for a user whose home is empty: no Maven repository, no pip cache."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="fresh clone ü "))  # a blank and an umlaut, as users have
        self.path = self.folder / "workbook"
        home = self.folder / "home"
        home.mkdir()
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("ADVSYS_", "JUPYTER_", "MAVEN_", "XDG_"))}
        self.environment = {**kept, "HOME": str(home), "PIP_CACHE_DIR": str(home / "pip")}

    def __enter__(self):
        subprocess.run(["git", "clone", "-q", str(HOME), str(self.path)], check=True, stdin=subprocess.DEVNULL)
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def workbook(self, *arguments, seconds=3600):
        """Runs ./workbook: the seconds it took, its exit code, what failed and its last line."""
        started = time.monotonic()
        done = subprocess.run(["./workbook", *arguments], cwd=self.path, env=self.environment, capture_output=True,
                              text=True, timeout=seconds, stdin=subprocess.DEVNULL)
        told = done.stdout.splitlines() or done.stderr.splitlines() or [""]
        failed = [line for line in told if line.startswith("FAILED")]
        return time.monotonic() - started, done.returncode, "; ".join([*failed, told[-1]])

    def lab(self, seconds, network=True):
        """Seconds until `./workbook lab` answers over HTTP."""
        command = [sys.executable, str(BENCH / "lab_probe.py"), str(self.path), str(seconds)]
        environment = self.environment
        if not network:
            command, environment = offline.wrapped(command, environment)
        return probed(command, environment, seconds)

    def edited(self):
        """Seconds from an edit of a library class to its answer in a restarted kernel, in the clone's own Python."""
        python = self.path / ".workbook/venv/bin/python"
        return probed([str(python), str(BENCH / "restart_probe.py"), str(self.path), TOUCHED], self.environment, 300)

    def downloads(self):
        files = [file for folder in (".m2", "pip") for file in (self.folder / "home" / folder).rglob("*")]
        return f"downloads kept: {sum(file.stat().st_size for file in files if file.is_file()) >> 20} MB"


def probed(command, environment, seconds):
    """The figure that a probe of ours prints last."""
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=seconds + 60,
                          stdin=subprocess.DEVNULL)
    if done.returncode:
        raise RuntimeError((done.stdout + done.stderr)[-400:])
    return float(done.stdout.split()[-1])


LAB = (("lab, first time, fresh clone, downloads included", 240), ("lab, second start, network off → HTTP ready", 3),
       ("edit → build → restart → seen", 15))
TEST = ("./workbook test, fresh clone, downloads included", 480)


def lab(bench):
    """What a reader waits for."""
    if not bench.full:
        return [too_long(*row) for row in LAB]
    return first_days()


def first_days():
    with Clone() as clone:
        (first, first_bar), (second, second_bar), (edit, edit_bar) = LAB
        seconds = clone.lab(1200)
        yield figures.at_most(first, [seconds], first_bar, detail=clone.downloads())
        yield figures.at_most(second, [clone.lab(60, network=False) for _ in range(5)], second_bar)
        yield figures.at_most(edit, [clone.edited() for _ in range(3)], edit_bar)


def test(bench):
    """Every test, as CI runs them: from nothing."""
    if not bench.full:
        return [too_long(*TEST)]
    with Clone() as clone:
        busy_before = figures.busy()
        seconds, code, last = clone.workbook("test")
        row = figures.at_most(TEST[0], [seconds], TEST[1], detail=f"{last}; {clone.downloads()}")
        if code != 0 or (seconds > TEST[1] and not busy_before):  # the load after it is its own
            row.verdict = figures.SHORT
        return [row]


def too_long(job, seconds):
    return figures.unknown(job, f"≤ {seconds} s", "takes minutes, run with --full")


PARTS = {"conformance": conformance, "lab": lab, "test": test}
