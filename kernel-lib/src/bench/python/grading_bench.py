#!/usr/bin/env python3
"""./workbook bench grading: what marking submissions costs, and whether the marks are right.

- agents: how long it takes until an agent is up in its sandbox, cold and from the warm pool.
- notebook: one submission with five checks of two classes, by a grader that has just started; beside nbgrader.
- class: sixty submissions, some damaged, some hostile; killed at a random moment and started again; three times over.
- locks: right and wrong locks, each marked again and again, in the sandbox and on this host's cores.
- answers: the shipped right solutions of chapter 03, marked by several graders at once while every core is busy.
- hostile: the whole hostile set, as the tests grade it.
- self-test: of chapter 03, and with each check in turn made to pass always.
"""
import collections
import concurrent.futures
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

import bench
import figures
import grading_peer
import grading_subjects as subjects
from subjects import FLAGS, HOME, java, libraries

CHAPTER = "03-locks"


def agents(chosen):
    command = [java(), *FLAGS, f"-Dadvsys.root={HOME}", "-cp", os.pathsep.join(libraries()),
               str(HOME / "kernel-lib/src/bench/java/Agents.java"), *(["--quick"] if chosen.quick else [])]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise RuntimeError(f"Agents.java ended with {done.returncode}: {done.stderr.strip()[-400:]}")
    times = json.loads(done.stdout[done.stdout.index("[{"):])[0]
    yield figures.at_most("agent up in the sandbox, cold", times["cold"], 0.6)
    yield figures.at_most("agent up in the sandbox, from the warm pool", times["warm"], 0.1)


def one_notebook(chosen):
    """Ours and nbgrader take turns."""
    lacking = grading_peer.install()
    ours, peer = [], []
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        code = subjects.RIGHT + "\n" + subjects.RIGHT.replace("MyPlaces", "MyOthers")
        subjects.assignment(root, subjects.ASK_FIVE, code)
        subjects.hand_in(root / "in", "ada", code)
        cells = subjects.master(subjects.ASK_FIVE, code)
        course = None if lacking else grading_peer.Course(root / "course", cells, code)
        for number in range(3 if chosen.quick else 7):
            began = time.monotonic()
            subjects.grade(root, root / "in", "--assignment", "99-bench", "-o", root / f"out{number}")
            ours.append(time.monotonic() - began)
            if subjects.marks(root / f"out{number}") != {"ada": "4"}:
                raise ValueError(f"marked {subjects.marks(root / f'out{number}')}")
            if course:
                peer.append(course.autograde())
    yield figures.at_most("one notebook, five checks of two classes, a grader that starts", ours, 3, peer=peer)
    job = "the same, beside nbgrader autograde with a stock JJava"
    yield (figures.unknown(job, "≤ 0.5 × nbgrader", lacking) if lacking
           else figures.compare(job, ours, peer, 0.5, "nbgrader"))


def damage(path, number):
    """Every second one is cut off; the others are in an encoding that nobody asked for, and lose nothing."""
    whole = path.read_bytes()
    path.write_bytes(whole[:40] if number % 20 == 3 else whole.decode().encode("utf-16"))


def class_of_sixty(chosen):
    seed = random.randrange(1 << 32)
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        subjects.assignment(root, subjects.ASK_PLACES, subjects.RIGHT)
        expected = {}
        for number in range(60):
            name = f"student{number:02}"
            kind = "hostile" if number % 20 == 7 else "damaged" if number % 10 == 3 else "wrong" if number % 3 else "right"
            work = (subjects.HOSTILE[number // 20] if kind == "hostile"
                    else (subjects.WRONG if kind == "wrong" else subjects.RIGHT) + f"\n// {name}")
            subjects.hand_in(root / "in", name, work)
            if kind == "damaged":
                damage(root / "in" / name / "01-bench.ipynb", number)
            expected[name] = "4" if kind == "right" or (kind == "damaged" and number % 20 != 3) else "0"
        tables, kills, first = [], 0, 0
        for number in range(3):
            out = root / f"out{number}"
            arguments = (root / "in", "--assignment", "99-bench", "-o", out)
            began = time.monotonic()
            if number:
                running = subjects.grade(root, *arguments, wait=False)
                time.sleep(dice.uniform(0.1, 0.9) * first)
                kills += running.poll() is None
                running.send_signal(signal.SIGKILL)
                running.communicate()
            subjects.grade(root, *arguments)
            first = first or time.monotonic() - began
            tables.append((out / "table.csv").read_text(encoding="utf-8"))
            marks = subjects.marks(out)
            once = len(marks) == len(tables[-1].splitlines()) - 1
            wrong = {name: mark for name, mark in marks.items() if expected.get(name) != mark}
            yield figures.holds(
                f"a class of 60, 6 damaged, 3 hostile, {'killed on the way' if number else 'marked once'}, {number + 1}.",
                "60 reported once, every mark as expected", marks.keys() == expected.keys() and once and not wrong,
                f"{len(marks)} reported; otherwise than expected: {wrong}; the first time in {first:.0f} s")
        yield figures.holds("marks of three gradings", "identical", len(set(tables)) == 1, f"{kills} were killed, seed {seed}")


def mark_locks(locks, check, times, loaded):
    """How often each lock was marked otherwise than it should be, and how often it was left open."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        subjects.assignment(root, check, subjects.LOCK % next(iter(locks.values()))[1])
        expected = {}
        for name, (right, body) in locks.items():
            for number in range(times):
                student = f"{name.replace(', ', ' ')} {number}"
                expected[student] = (name, "4" if right else "0")
                subjects.hand_in(root / "in", student, subjects.LOCK % body + f"\n// {number}")
        with subjects.Load() if loaded else tempfile.TemporaryFile():
            subjects.grade(root, root / "in", "--assignment", "99-bench", "-o", root / "out")
        marks = subjects.marks(root / "out")
    return collections.Counter(f"{expected[s][0]} got {m}" for s, m in marks.items() if m != expected[s][1]), len(marks)


def locks(chosen):
    times = 3 if chosen.quick else 20
    sets = ((subjects.LOCKS_OF_TWO, subjects.ASK_LOCK_OF_TWO), (subjects.LOCKS, subjects.ASK_LOCK))
    rights = {name for each, _ in sets for name, (right, _) in each.items() if right}
    for loaded in (False, True):
        began = time.monotonic()
        wrong, verdicts = collections.Counter(), 0
        for each, check in sets:
            found, number = mark_locks(each, check, times, loaded)
            wrong.update(found)
            verdicts += number
        how = f"{times} times, " + ("loaded" if loaded else "quiet")
        number = sum(len(each) for each, _ in sets)
        yield figures.holds(f"{number} locks, {len(rights)} of them right, {how}", "every verdict right", not wrong,
                            f"{verdicts} verdicts in {time.monotonic() - began:.0f} s; wrong: {dict(wrong)}")
        accused = {what: count for what, count in wrong.items() if what.rsplit(" got ", 1)[0] in rights and what[-1] == "0"}
        yield figures.holds(f"right locks accused, {how}", "0", not accused, str(accused or "none"))


def right_solutions(notebook, variant):
    """The notebook with the variant's right solution of each exercise; the instructor's own comes first."""
    for each in notebook["cells"]:
        told = each["metadata"].get("nbgrader", {})
        if told.get("solution") and each["cell_type"] == "code":
            folder = HOME / "notebooks" / CHAPTER / "exercises" / told["grade_id"].removeprefix("exercise-").replace("-", ".")
            choices = [None, *sorted(folder.glob("right-*.java"))]
            chosen = choices[variant % len(choices)]
            if chosen:
                each["source"] = chosen.read_text(encoding="utf-8")
    return notebook


def right_answers(chosen):
    """A submission has six exercises: seventeen have more than a hundred."""
    number, graders = (3, 3) if chosen.quick else (18, 3)
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor() as pool, subjects.Load():
        root = pathlib.Path(folder)
        shutil.copytree(HOME / "notebooks" / CHAPTER, root / "notebooks" / CHAPTER)
        subjects.share_agents(root)
        for student in range(number):
            for path in sorted((HOME / "notebooks" / CHAPTER).glob("*.ipynb")):
                handed = root / f"in{student % graders}" / f"student{student:02}" / path.name
                handed.parent.mkdir(parents=True, exist_ok=True)
                handed.write_text(json.dumps(right_solutions(json.loads(path.read_text(encoding="utf-8")), student)),
                                  encoding="utf-8")
        list(pool.map(lambda n: subjects.grade(root, root / f"in{n}", "--assignment", CHAPTER, "-o", root / f"out{n}"),
                      range(graders)))
        lost, given, left_open = [], 0, 0
        full = {f"exercise-{n}-check": points for n, points in
                (("3-1-1", 3), ("3-2-1", 4), ("3-3-1", 4), ("3-4-1", 5), ("3-5-1", 5), ("3-6-1", 3))}
        for n in range(graders):
            for student, line in subjects.table(root / f"out{n}").items():
                for question, points in full.items():
                    given += 1
                    left_open += line[question] == "?"
                    if line[question] not in ("?", str(points)):
                        lost.append(f"{student} {question}: {line[question]} of {points}")
    yield figures.holds(f"{given} right answers of chapter 03, {graders} graders at once on a busy host", "0 points lost",
                        not lost and given >= (18 if chosen.quick else 100),
                        f"lost: {lost}; left to a person, which costs nothing: {left_open}")


def hostile(chosen):
    """The suites that grade the hostile set; in the quick form a draw of it."""
    suites = ["HostileSubmissionsTest"] + ([] if chosen.quick else ["MoreHostileSubmissionsTest"])
    reports = HOME / "kernel-lib/target/surefire-reports"
    for suite in suites:
        for report in reports.glob(f"*.{suite}.xml"):
            report.unlink()
    command = [str(HOME / "mvnw"), "-o", "-q", "-Dfast", "package", f"-Dtest={','.join(suites)}", "-DexcludedGroups=",
               "-Dsurefire.failIfNoSpecifiedTests=false", f"-Dadvsys.long={'false' if chosen.quick else 'true'}"]
    done = subprocess.run(command, cwd=HOME, capture_output=True, text=True, timeout=1800, check=False)
    tests, bad, skipped = 0, [], 0
    for suite in suites:
        for report in reports.glob(f"*.{suite}.xml"):
            for case in xml.etree.ElementTree.parse(report).getroot().iter("testcase"):
                tests += 1
                skipped += case.find("skipped") is not None
                if case.find("failure") is not None or case.find("error") is not None:
                    bad.append(case.get("name"))
    detail = f"{tests} cases, {skipped} skipped; failed: {bad or 'none'}" + (
        "" if tests else f"; {(done.stdout + done.stderr).strip()[-300:]}")
    yield figures.holds("hostile set: forged marks, hidden texts, files, environment, network, stops of the batch", "0",
                        tests > 12 and not bad and not skipped and done.returncode == 0, detail)


def self_test(chosen):
    began = time.monotonic()
    status, said = subjects.grade(HOME, "--self-test", "--assignment", CHAPTER)
    lines = said.splitlines()
    bad = [line[:200] for line in lines if line.startswith("✗")]
    cases = sum(line.startswith("✓") for line in lines)
    yield figures.holds(f"self-test of {CHAPTER}", "sound", status == 0,
                        f"{cases} cases in {time.monotonic() - began:.0f} s; not as it should be: {bad or 'none'}")
    refused = [line for line in lines if re.match("✓ .* passed always: refused", line)]
    accepted = [line[:200] for line in lines if re.match("✗ .* passed always", line)]
    yield figures.holds(f"self-test, each of {len(refused) + len(accepted)} checks in turn made to pass always", "refused",
                        refused and not accepted, f"{len(refused)} refused; accepted: {accepted or 'none'}")
    status, said = subjects.grade(HOME, "--self-test", "--assignment", "02-coherence", "--weaken", "frugal")
    yield figures.holds("./workbook grade --self-test --weaken CHECK", "exit status 1", status == 1,
                        next((line[:160] for line in said.splitlines() if line.startswith("✗")), said[-160:]))


if __name__ == "__main__":
    sys.exit(bench.main("grading", __doc__, {
        "agents": agents, "notebook": one_notebook, "class": class_of_sixty, "locks": locks, "answers": right_answers,
        "hostile": hostile, "self-test": self_test}))
