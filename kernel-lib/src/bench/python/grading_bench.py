#!/usr/bin/env python3
"""./workbook bench grading: what marking submissions costs, and whether the marks are right.

- notebook: one submission with five checks of two classes, marked by a grader that has just started.
- class: sixty submissions, some damaged, some hostile; killed at a random moment and started again; three times over.
- locks: right and wrong locks, each marked again and again, in the sandbox and on this host's cores.
- answers: the shipped right solutions, marked while every core is busy with something else.
- self-test: of chapter 03, and with each check in turn made to pass always.
"""
import collections
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
from subjects import FLAGS, HOME, java, libraries

NOT_A_SECOND = "class MyPlaces implements Placement { public long offset(int word) { return %s; } }"
RIGHT = NOT_A_SECOND % "128L * word"
WRONG = NOT_A_SECOND % "4L * word"
HOSTILE = (
    "class MyPlaces implements Placement { public long offset(int word) { System.exit(0); return 0; } }",
    "class MyPlaces implements Placement { public long offset(int word) { while (true) {} } }",
    "class MyPlaces implements Placement { public long offset(int word) {"
    " var all = new ArrayList<long[]>(); while (true) all.add(new long[1 << 20]); } }",
)
PLACES = "Check.that(MyPlaces::new, Placement.noSharedLine(8), Placement.within(8, 1024), Placement.steady(5))"
FIVE = PLACES + ("\nCheck.that(MyOthers::new, Placement.noSharedLine(4), Placement.within(4, 1024))")
MUTEX = """Check.that(MyLock::new, Contention.mutualExclusion())"""
LOCK = "class MyLock implements Mutex {\n%s\n}"
RIGHT_LOCKS = {
    "compare and set": """AtomicInteger held = new AtomicInteger();
        public void lock() { while (!held.compareAndSet(0, 1)) Thread.onSpinWait(); }
        public void unlock() { held.set(0); }""",
    "a ticket": """AtomicInteger next = new AtomicInteger(); volatile int serving;
        public void lock() { int mine = next.getAndIncrement(); while (serving != mine) Thread.onSpinWait(); }
        public void unlock() { serving++; }""",
    "parking": """ReentrantLock it = new ReentrantLock();
        public void lock() { it.lock(); } public void unlock() { it.unlock(); }""",
}
WRONG_LOCKS = {
    "check, then act": """volatile boolean held;
        public void lock() { while (held) Thread.onSpinWait(); held = true; } public void unlock() { held = false; }""",
    "no lock at all": "public void lock() {} public void unlock() {}",
    "flags that wait for each other": """AtomicInteger wanting = new AtomicInteger();
        public void lock() { wanting.getAndIncrement(); while (wanting.get() > 1) Thread.onSpinWait(); }
        public void unlock() { wanting.getAndDecrement(); }""",
    "plain flag": """boolean held;
        public void lock() { while (held) Thread.onSpinWait(); held = true; } public void unlock() { held = false; }""",
    "never unlocked": """AtomicBoolean held = new AtomicBoolean();
        public void lock() { while (held.getAndSet(true)) Thread.onSpinWait(); } public void unlock() {}""",
    "loses patience": """AtomicBoolean held = new AtomicBoolean();
        public void lock() { for (int i = 0; i < 50 && held.getAndSet(true); i++) Thread.onSpinWait(); }
        public void unlock() { held.set(false); }""",
    "tickets in two steps": """volatile int next; volatile int serving;
        public void lock() { int mine = next; next = mine + 1; while (serving - mine < 0) Thread.onSpinWait(); }
        public void unlock() { serving++; }""",
    "two may pass": """AtomicInteger inside = new AtomicInteger();
        public void lock() { while (inside.get() > 1) Thread.onSpinWait(); inside.getAndIncrement(); }
        public void unlock() { inside.getAndDecrement(); }""",
    "throws at the second": """AtomicInteger visits = new AtomicInteger();
        public void lock() { if (visits.getAndIncrement() > 0) throw new IllegalStateException("no"); }
        public void unlock() {}""",
    "frees before it holds": """AtomicBoolean held = new AtomicBoolean();
        public void lock() { held.set(false); while (held.getAndSet(true)) Thread.onSpinWait(); }
        public void unlock() { held.set(false); }""",
}


def grade(root, *arguments, wait=True):
    command = [java(), *FLAGS, f"-Dadvsys.root={root}", "-cp", os.pathsep.join(libraries()),
               "advsys.workbook.cli.Main", "grade", *map(str, arguments)]
    if not wait:
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    done = subprocess.run(command, capture_output=True, text=True, timeout=1800, check=False)
    if done.returncode > 1:
        raise bench.NotReady(f"grade: {done.stderr.strip()[-400:]}")
    return done


def cell(name, source, **nbgrader):
    metadata = {"nbgrader": {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False,
                             **nbgrader}} if nbgrader else {}
    return {"cell_type": "code", "id": name, "execution_count": None, "outputs": [], "metadata": metadata,
            "source": source}


def assignment(root, check, solutions):
    """An instructor's workbook with one notebook, whose students fill one cell."""
    cells = [cell("setup", "import advsys.lab.*; import advsys.locks.*;"),
             cell("answer", solutions, grade_id="exercise-1", solution=True),
             cell("check", check, grade_id="exercise-1-check", grade=True, locked=True, points=4)]
    write(root / "notebooks" / "99-bench" / "01-bench.ipynb", cells)


def write(path, cells):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}), encoding="utf-8")


def hand_in(folder, student, code):
    write(folder / student / "01-bench.ipynb", [cell("answer", code, grade_id="exercise-1", solution=True)])


def marks(out):
    with open(out / "table.csv", encoding="utf-8", newline="") as table:
        return {line["student"]: line["exercise-1-check"] for line in csv.DictReader(table)}


def one_notebook(chosen):
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        solutions = RIGHT + "\n" + RIGHT.replace("MyPlaces", "MyOthers")
        assignment(root, FIVE, solutions + "\n// the instructor's")
        hand_in(root / "in", "ada", solutions)
        for number in range(3 if chosen.quick else 7):
            began = time.monotonic()
            grade(root, root / "in", "--assignment", "99-bench", "-o", root / f"out{number}")
            seconds.append(time.monotonic() - began)
            if marks(root / f"out{number}") != {"ada": "4"}:
                raise ValueError(f"marked {marks(root / f'out{number}')}")
    yield figures.at_most("one notebook, five checks of two classes, a grader that starts", seconds, 3)
    yield figures.unknown("the same, beside nbgrader autograde with a stock JJava", "≤ 0.5 × nbgrader",
                          "nbgrader is not part of this workbook's environment")


def class_of_sixty(chosen):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        assignment(root, PLACES, RIGHT + "\n// the instructor's")
        expected = {}
        for number in range(60):
            name = f"student{number:02}"
            kind = "hostile" if number % 20 == 7 else "damaged" if number % 10 == 3 else "wrong" if number % 3 else "right"
            if kind == "hostile":
                hand_in(root / "in", name, HOSTILE[number // 20])
            else:
                hand_in(root / "in", name, (WRONG if kind == "wrong" else RIGHT) + f"\n// {name}")
            if kind == "damaged":
                path = root / "in" / name / "01-bench.ipynb"
                path.write_bytes(path.read_bytes()[:40] if number % 20 == 3 else path.read_bytes().decode().encode("utf-16"))
            sound = kind == "right" or (kind == "damaged" and number % 20 != 3)
            expected[name] = "4" if sound else "0"
        tables, kills = [], 0
        for number in range(3):
            out = root / f"out{number}"
            arguments = (root / "in", "--assignment", "99-bench", "-o", out)
            if number:
                running = grade(root, *arguments, wait=False)
                time.sleep(random.uniform(2, 12))
                kills += running.poll() is None
                running.send_signal(signal.SIGKILL)
                running.communicate()
            grade(root, *arguments)
            tables.append((out / "table.csv").read_text(encoding="utf-8"))
            wrong = {name: mark for name, mark in marks(out).items() if expected.get(name) != mark}
            yield figures.holds(f"a class of 60, marked the {number + 1}. time" + (", killed on the way" if number else ""),
                                "60 reported, every mark as expected", marks(out).keys() == expected.keys() and not wrong,
                                f"{len(marks(out))} reported; otherwise than expected: {wrong}")
        yield figures.holds("marks of three gradings", "identical", len(set(tables)) == 1, f"{kills} were killed")


def busy_processes():
    return [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2 * (os.cpu_count() or 1))]


def locks(chosen):
    times = 3 if chosen.quick else 20
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        assignment(root, MUTEX, LOCK % RIGHT_LOCKS["compare and set"] + "\n// the instructor's")
        names = {}
        for right, group in ((True, RIGHT_LOCKS), (False, WRONG_LOCKS)):
            for name, body in group.items():
                names[name.replace(", ", " ")] = right
                hand_in(root / "in", name.replace(", ", " "), LOCK % body)
        for loaded in (False, True):
            seen = collections.Counter()
            wrong = collections.Counter()
            others = busy_processes() if loaded else []
            try:
                for number in range(times):
                    out = root / f"out{loaded}{number}"
                    grade(root, root / "in", "--assignment", "99-bench", "-o", out)
                    for name, mark in marks(out).items():
                        seen["open" if mark == "?" else "marked"] += 1
                        if mark not in ("?", "4" if names[name] else "0"):
                            wrong[name] += 1
            finally:
                for other in others:
                    other.kill()
                    other.wait()
            yield figures.holds(f"{len(names)} locks, {times} times, " + ("loaded" if loaded else "quiet"),
                                "every verdict right", not wrong and not seen["open"],
                                f"{dict(seen)}; wrong: {dict(wrong)}")


def right_answers(chosen):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        assignment(root, MUTEX.replace(")", "", 0), LOCK % RIGHT_LOCKS["compare and set"] + "\n// the instructor's")
        number = 12 if chosen.quick else 100
        for student in range(number):
            body = list(RIGHT_LOCKS.values())[student % len(RIGHT_LOCKS)]
            hand_in(root / "in", f"student{student:03}", LOCK % body + f"\n// {student}")
        others = busy_processes()
        try:
            grade(root, root / "in", "--assignment", "99-bench", "-o", root / "out")
        finally:
            for other in others:
                other.kill()
                other.wait()
        counted = collections.Counter(marks(root / "out").values())
        yield figures.holds(f"{number} right answers under load", "0 points lost", counted["0"] == 0, str(dict(counted)))


def self_test(chosen):
    done = grade(HOME, "--self-test")
    tried = sum(line.startswith("✓") for line in done.stdout.splitlines())
    yield figures.holds("self-test of chapter 03", "sound", done.returncode == 0,
                        f"{tried} cases; {[line for line in done.stdout.splitlines() if line.startswith('✗')]}")
    checks = ["no shared line", "within the block", "the same place"] if chosen.quick else [
        "mutual exclusion", "quieter", "two at once", "alone it does not wait", "first come, first served",
        "everyone gets in", "no shared line", "within the block", "the same place"]
    for check in checks:
        weak = grade(HOME, "--self-test", "--weaken", check)
        found = [line for line in weak.stdout.splitlines() if line.startswith("✗") and f'"{check}"' in line]
        yield figures.holds(f"self-test, \"{check}\" always passes", "refused", weak.returncode == 1 and found,
                            found[0] if found else "not noticed")


if __name__ == "__main__":
    sys.exit(bench.main("grading", __doc__, {"notebook": one_notebook, "class": class_of_sixty, "locks": locks,
                                             "answers": right_answers, "self-test": self_test}))
