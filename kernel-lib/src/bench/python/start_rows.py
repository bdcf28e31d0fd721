"""From the process's start to its first answer, to its first chart, and from the request to end to its end."""
import time

import figures
from subjects import IPYKERNEL, JJAVA, JJAVA_LIBRARIES, OURS, Subject

KILLED = 10.0  # seconds: a kernel that has not ended by then is killed

CHART = """import org.knowm.xchart.*;
var chart = new XYChartBuilder().width(600).height(400).build();
var series = chart.addSeries("a", new double[] {1, 2, 3}, new double[] {2, 4, 3});
chart"""


def first_reply(name, folder):
    """(seconds to the first execute_reply, seconds to exit after shutdown or None)"""
    with Subject(name, folder) as subject:
        moment = []
        answer = subject.take(subject.send("1+1"), 60, lambda: moment.append(time.monotonic()))
        if answer.status != "ok" or "2" not in answer.text():
            raise RuntimeError(f"{name} answered {answer.text()!r}")
        return moment[0] - subject.started, (subject.shut_down(KILLED) if name != JJAVA else None)


def first_chart(name, folder):
    with Subject(name, folder) as subject:
        subject.run("1+1")
        answer = subject.run(CHART, 120)
        if "image/png" not in answer.mimes() and "image/svg+xml" not in answer.mimes():
            raise RuntimeError(f"{name} showed no chart but {sorted(answer.mimes())} {answer.text()[:200]}")
        return time.monotonic() - subject.started


def starts(bench):
    times = {name: [] for name in (OURS, IPYKERNEL, JJAVA)}
    exits, failures = [], []
    for _ in bench.rounds(7):
        for name in bench.present(times):
            try:
                reply, end = first_reply(name, bench.folder)
                times[name].append(reply)
                if name == OURS:
                    exits.append(KILLED if end is None else end)
            except (RuntimeError, TimeoutError) as problem:
                if name == OURS:
                    failures.append(str(problem))
    tried = len(times[OURS]) + len(failures)
    while tried < bench.repeats(30, least=10):
        tried += 1
        try:
            exits.append(first_reply(OURS, bench.folder)[1] or KILLED)
        except (RuntimeError, TimeoutError) as problem:
            failures.append(str(problem))
    job = "process start → first execute_reply"
    yield figures.compare(job, times[OURS], times[IPYKERNEL], 2, "ipykernel")
    yield figures.compare(job, times[OURS], times[JJAVA], 0.6, "JJava")
    yield figures.holds("starts without a failure", f"0 failures in {tried} starts", not failures,
                        f"{len(failures)} failures" + (f": {failures[0]}" if failures else ""))
    yield figures.at_most("exit after shutdown", exits, 1)


def charts(bench):
    times = {name: [] for name in (OURS, JJAVA_LIBRARIES)}
    troubles = []
    for _ in bench.rounds(5):
        for name in bench.present(times):
            try:
                times[name].append(first_chart(name, bench.folder))
            except (RuntimeError, TimeoutError) as problem:
                troubles.append(str(problem))
    row = figures.compare("start → first chart cell done", times[OURS], times[JJAVA_LIBRARIES], 0.6,
                          "JJava with the same libraries")
    row.detail += "".join(f"; {trouble}" for trouble in sorted(set(troubles)))
    yield row


GROUPS = (starts, charts)
