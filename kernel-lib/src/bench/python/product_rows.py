"""The promises that are about the whole product: Jupyter's own kernel test, a fresh clone, an edited class."""
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

import figures
from subjects import HOME

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


def workbook(clone, *arguments, seconds=3600):
    """Runs ./workbook in the clone; seconds it took, its exit code, its last lines."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("ADVSYS_", "JUPYTER_"))}
    started = time.monotonic()
    done = subprocess.run(["./workbook", *arguments], cwd=clone, env=environment, capture_output=True, text=True,
                          timeout=seconds, stdin=subprocess.DEVNULL)
    return time.monotonic() - started, done.returncode, "\n".join((done.stdout + done.stderr).splitlines()[-5:])


def lab_ready(clone, seconds=1200):
    """Seconds until `./workbook lab` answers over HTTP; raises TimeoutError."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("ADVSYS_", "JUPYTER_"))}
    started = time.monotonic()
    with tempfile.TemporaryFile() as said:
        lab = subprocess.Popen(["./workbook", "lab", "--no-browser", "--port", str(port)], cwd=clone, env=environment,
                               stdin=subprocess.DEVNULL, stdout=said, stderr=said, start_new_session=True)
        try:
            while time.monotonic() - started < seconds:
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/login", timeout=2).read()
                    return time.monotonic() - started
                except OSError:
                    if lab.poll() is not None:
                        said.seek(0)
                        raise TimeoutError(said.read().decode(errors="replace")[-400:]) from None
                    time.sleep(0.05)
            raise TimeoutError(f"no HTTP within {seconds} s")
        finally:
            os.killpg(lab.pid, signal.SIGTERM)  # the script, JupyterLab, and what they started: a group of its own
            try:
                lab.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(lab.pid, signal.SIGKILL)
                lab.wait()


def edited(clone):
    """Seconds from an edit of a library class to its answer in a restarted kernel."""
    python = clone / ".workbook/venv/bin/python"
    script = pathlib.Path(__file__).parent / "restart_probe.py"
    done = subprocess.run([str(python), str(script), str(clone), TOUCHED], capture_output=True, text=True, timeout=300,
                          stdin=subprocess.DEVNULL)
    if done.returncode:
        raise RuntimeError((done.stdout + done.stderr)[-400:])
    return float(done.stdout.split()[-1])


def whole_product():
    """A clone of the last commit in an empty folder, as a reader makes it."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="fresh clone ü "))  # a blank and an umlaut, as users have
    try:
        clone = folder / "workbook"
        subprocess.run(["git", "clone", "-q", str(HOME), str(clone)], check=True, stdin=subprocess.DEVNULL)
        yield figures.at_most("lab, first time, fresh clone", [lab_ready(clone)], 240)
        yield figures.at_most("lab, second start → HTTP ready", [lab_ready(clone, 60) for _ in range(5)], 3)
        yield figures.at_most("edit → build → restart → seen", [edited(clone) for _ in range(3)], 15)
        seconds, code, last = workbook(clone, "test")
        row = figures.at_most("./workbook test, fresh clone", [seconds], 480, detail=last)
        row.verdict = row.verdict if code == 0 else figures.SHORT
        yield row
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def fresh_clone(bench):
    if bench.full:
        return whole_product()
    jobs = (("lab, first time, fresh clone", "≤ 240 s"), ("lab, second start → HTTP ready", "≤ 3 s"),
            ("edit → build → restart → seen", "≤ 15 s"), ("./workbook test, fresh clone", "≤ 480 s"))
    return [figures.unknown(job, bar, "takes minutes, run with --full") for job, bar in jobs]


PARTS = {"conformance": conformance, "product": fresh_clone}
