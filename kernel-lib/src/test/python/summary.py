"""Sums up Surefire's reports and the script tests: failures, skips with their reasons, one closing line.

usage: summary.py SUREFIRE_FOLDER SCRIPT_TESTS_FILE [TROUBLE]    (ADVSYS_TEST_LONG=true: nothing was left out)

The file has lines "ok NAME", "failed NAME: WHY", "skipped NAME: REASON". TROUBLE, when given, is one more failure: the
run ended without a failing test being reported. Exit status 0 only when something passed and nothing failed.
"""

import os
import pathlib
import re
import sys
from collections import defaultdict
from xml.etree import ElementTree


def surefire(folder):
    """Yields (name, outcome, text) of every test in the reports."""
    for report in sorted(folder.glob("TEST-*.xml")):
        try:
            cases = ElementTree.parse(report).getroot().iter("testcase")
        except ElementTree.ParseError as damage:
            yield report.name, "failed", f"the report is damaged, so the run broke off: {damage}"
            continue
        for case in cases:
            name = f"{case.get('classname')}: {case.get('name')}"
            wrong = [child for child in case if child.tag in ("failure", "error")]
            skip = case.find("skipped")
            if wrong:
                yield name, "failed", wrong[0].get("message") or wrong[0].text or wrong[0].get("type") or ""
            elif skip is not None:
                yield name, "skipped", skip.get("message") or "no reason given"
            else:
                yield name, "passed", ""


def left(folder):
    """What the run has left to --long: what its tests told, and the classes with tests of that tag."""
    told = []
    reports = sorted(folder.glob("TEST-*.xml"))
    for report in reports:
        told += re.findall(r"left to --long: ([^\n\]]+)", report.read_text(encoding="utf-8", errors="replace"))
    java = pathlib.Path(__file__).parents[1] / "java"
    tagged = [file.stem for file in sorted(java.rglob("*Test.java")) if '@Tag("long")' in file.read_text(encoding="utf-8")]
    if reports and tagged and os.environ.get("ADVSYS_TEST_LONG") != "true":
        told.append("the long tests of " + ", ".join(tagged))
    return list(dict.fromkeys(told))


def scripts(file):
    """Yields (name, outcome, text) of every script test."""
    if not file.exists():
        return
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        word, _, rest = line.partition(" ")
        name, _, text = rest.partition(": ")
        if word == "ok":
            yield f"workbook: {name}", "passed", ""
        elif word in ("failed", "skipped"):
            yield f"workbook: {name}", word, text


def main(folder, file, trouble=""):
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    failures = []
    skips = defaultdict(list)
    for name, outcome, text in [*surefire(pathlib.Path(folder)), *scripts(pathlib.Path(file))]:
        counts[outcome] += 1
        if outcome == "failed":
            failures.append((name, text))
        elif outcome == "skipped":
            skips[text.removeprefix("Assumption failed: ").strip()].append(name)
    if trouble:
        counts["failed"] += 1
        failures.append(("the whole run", trouble))
    if not sum(counts.values()):
        counts["failed"] += 1
        failures.append(("the whole run", "no test was found"))

    for name, text in failures:
        print(f"FAILED  {name}")
        for line in text.strip().splitlines()[:12]:
            print(f"        {line}")
    for reason, names in skips.items():
        print(f"skipped: {reason}")
        for name in names:
            print(f"        {name}")
    remaining = left(pathlib.Path(folder))
    for what in remaining:
        print(f"left to --long: {what}")
    if failures or skips or remaining:
        print()
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
