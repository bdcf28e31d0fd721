"""What bench grading has marked: small assignments, submissions, and locks that are right or wrong."""
import csv
import json
import os
import pathlib
import subprocess
import sys

import bench
from subjects import FLAGS, HOME, java, libraries

PLACES = "class MyPlaces implements Placement { public long offset(int word) { return %s; } }"
RIGHT, WRONG = PLACES % "128L * word", PLACES % "4L * word"
HOSTILE = (PLACES % "((java.util.function.LongSupplier) () -> { System.exit(0); return 0; }).getAsLong()",
           "class MyPlaces implements Placement { public long offset(int word) { while (true) {} } }",
           "class MyPlaces implements Placement { public long offset(int word) {"
           " var all = new ArrayList<long[]>(); while (true) all.add(new long[1 << 20]); } }")
ASK_PLACES = "Check.that(MyPlaces::new, Placement.noSharedLine(8), Placement.within(8, 1024), Placement.steady(5))"
ASK_FIVE = ASK_PLACES + ";\nCheck.that(MyOthers::new, Placement.noSharedLine(4), Placement.within(4, 1024))"
ASK_LOCK = "Check.that(MyLock::new, Contention.mutualExclusion())"
ASK_LOCK_OF_TWO = ("import advsys.locks.checks.MutualExclusion; import advsys.locks.exam.MutexExam;\n"
                   "Check.that(MyLock::new, new MutualExclusion(new MutexExam().visitors(2)))")

LOCK = "class MyLock implements Mutex {\n%s\n}"
SPIN = "public void lock() { while (%s) Thread.onSpinWait(); } public void unlock() { %s }"
PETERSON = """%s final AtomicInteger come = new AtomicInteger();
    final ThreadLocal<Integer> me = ThreadLocal.withInitial(() -> come.getAndIncrement() & 1);
    public void lock() {
        if (me.get() == 0) { first = true; turn = 1; while (second && turn == 1) Thread.onSpinWait(); }
        else { second = true; turn = 0; while (first && turn == 0) Thread.onSpinWait(); }
    }
    public void unlock() { if (me.get() == 0) first = false; else second = false; }"""
LOCKS_OF_TWO = {  # those that lay before the oracle when it was designed; True: right
    "compare and set": (True, "AtomicInteger held = new AtomicInteger();"
                        + SPIN % ("!held.compareAndSet(0, 1)", "held.set(0);")),
    "Peterson, volatile": (True, PETERSON % "volatile boolean first, second; volatile int turn;"),
    "check, then act": (False, "volatile boolean held; public void lock() { while (held) Thread.onSpinWait(); held = true; }"
                        " public void unlock() { held = false; }"),
    "Peterson, not volatile": (False, PETERSON % "boolean first, second; int turn;"),
    "no lock at all": (False, "public void lock() {} public void unlock() {}"),
    "flags that wait for each other": (False, """AtomicInteger wanting = new AtomicInteger();
        public void lock() { wanting.getAndIncrement(); while (wanting.get() > 1) Thread.onSpinWait(); }
        public void unlock() { wanting.getAndDecrement(); }"""),
}
LOCKS = {
    "a ticket": (True, """AtomicInteger next = new AtomicInteger(); volatile int serving;
        public void lock() { int mine = next.getAndIncrement(); while (serving != mine) Thread.onSpinWait(); }
        public void unlock() { serving++; }"""),
    "parking": (True, """ReentrantLock it = new ReentrantLock();
        public void lock() { it.lock(); } public void unlock() { it.unlock(); }"""),
    "plain flag": (False, "boolean held; public void lock() { while (held) Thread.onSpinWait(); held = true; }"
                   " public void unlock() { held = false; }"),
    "never unlocked": (False, "AtomicBoolean held = new AtomicBoolean();" + SPIN % ("held.getAndSet(true)", "")),
    "loses patience": (False, """AtomicBoolean held = new AtomicBoolean();
        public void lock() { for (int i = 0; i < 50 && held.getAndSet(true); i++) Thread.onSpinWait(); }
        public void unlock() { held.set(false); }"""),
    "tickets in two steps": (False, """volatile int next; volatile int serving;
        public void lock() { int mine = next; next = mine + 1; while (serving - mine < 0) Thread.onSpinWait(); }
        public void unlock() { serving++; }"""),
    "two may pass": (False, """AtomicInteger inside = new AtomicInteger();
        public void lock() { while (inside.get() > 1) Thread.onSpinWait(); inside.getAndIncrement(); }
        public void unlock() { inside.getAndDecrement(); }"""),
    "throws at the second": (False, """AtomicInteger visits = new AtomicInteger();
        public void lock() { if (visits.getAndIncrement() > 0) throw new IllegalStateException("no"); }
        public void unlock() {}"""),
    "frees before it holds": (False, "AtomicBoolean held = new AtomicBoolean(); public void lock() { held.set(false);"
                              " while (held.getAndSet(true)) Thread.onSpinWait(); } public void unlock() { held.set(false); }"),
    "one flag each": (False, """ThreadLocal<AtomicBoolean> held = ThreadLocal.withInitial(AtomicBoolean::new);
        public void lock() { while (held.get().getAndSet(true)) Thread.onSpinWait(); }
        public void unlock() { held.get().set(false); }"""),
    "weak swap, not looked at": (False, "AtomicInteger held = new AtomicInteger(); public void lock() {"
                                 " while (held.get() == 1) Thread.onSpinWait(); held.weakCompareAndSetPlain(0, 1); }"
                                 " public void unlock() { held.set(0); }"),
    "who spins first gives up": (False, """AtomicInteger tries = new AtomicInteger(); AtomicBoolean held = new AtomicBoolean();
        public void lock() { while (held.getAndSet(true)) if (tries.incrementAndGet() % 8 == 0) return; }
        public void unlock() { held.set(false); }"""),
}


def launch():
    """What ./workbook starts its Java side with for grading: the registered kernel's options, if it is of this build."""
    kernel = HOME / ".workbook" / "kernel"
    lines = (kernel / "launch.args").read_text(encoding="utf-8").splitlines() if (kernel / "launch.args").exists() else []
    version = next((line.removeprefix("# version ") for line in lines if line.startswith("# version ")), "")
    copy = kernel / version / "kernel-lib.jar"
    if version and copy.exists() and copy.read_bytes() == (HOME / "kernel-lib/target/kernel-lib.jar").read_bytes():
        (kernel / "grade.args").write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
        return [f"@{kernel / 'grade.args'}"]
    return [*FLAGS, "-cp", os.pathsep.join(libraries())]


def grade(root, *arguments, wait=True):
    """./workbook grade, of a workbook that lies at `root`."""
    quick = [] if "--self-test" in arguments else ["-XX:TieredStopAtLevel=1"]
    command = [java(), *launch(), *quick, f"-Dadvsys.root={root}", "advsys.workbook.cli.Main", "grade",
               *map(str, arguments)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return graded(running) if wait else running


def graded(running):
    """What a grader has printed, when it is done."""
    said, _ = running.communicate(timeout=1800)
    if running.returncode > 1:
        raise bench.NotReady(f"grade: {said.strip()[-400:]}")
    return running.returncode, said


def cell(name, source, **nbgrader):
    flags = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False, **nbgrader}
    return {"cell_type": "code", "id": name, "execution_count": None, "outputs": [],
            "metadata": {"nbgrader": flags} if nbgrader else {}, "source": source}


def write(path, cells):
    path.parent.mkdir(parents=True, exist_ok=True)
    kernel = {"kernelspec": {"name": "java", "language": "java", "display_name": "Java"}}
    path.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": kernel, "cells": cells}), encoding="utf-8")


def master(check, solution):
    return [cell("setup", "import advsys.lab.*; import advsys.locks.*;"),
            cell("answer", solution + "\n// the instructor's", grade_id="exercise-1", solution=True),
            cell("check", check, grade_id="exercise-1-check", grade=True, locked=True, points=4)]


def assignment(root, check, solution):
    """An instructor's workbook with one notebook, whose students fill one cell. Its agents' start-up cache is ours."""
    write(root / "notebooks" / "99-bench" / "01-bench.ipynb", master(check, solution))
    share_agents(root)


def share_agents(root):
    kept = HOME / ".workbook" / "agent"
    kept.mkdir(parents=True, exist_ok=True)
    (root / ".workbook").mkdir(exist_ok=True)
    (root / ".workbook" / "agent").symlink_to(kept)


def hand_in(folder, student, code):
    write(folder / student / "01-bench.ipynb", [cell("answer", code, grade_id="exercise-1", solution=True)])


def table(out):
    with open(out / "table.csv", encoding="utf-8", newline="") as lines:
        return {line["student"]: line for line in csv.DictReader(lines)}


def marks(out):
    return {student: line["exercise-1-check"] for student, line in table(out).items()}


class Load:
    """Twice as many busy processes as there are cores."""

    def __enter__(self):
        count = 2 * (os.cpu_count() or 1)
        self.processes = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]

    def __exit__(self, *_):
        for process in self.processes:
            process.kill()
            process.wait()
