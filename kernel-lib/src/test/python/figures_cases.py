"""Are the verdicts of ./workbook bench right? Rows are made of given figures; nothing is measured."""
import contextlib
import io
import json
import os
import subprocess
import sys

from cases import HOME, Cases

BENCH = HOME / "kernel-lib" / "src" / "bench" / "python"
sys.path.insert(0, str(BENCH))
import bench  # noqa: E402  (what is tested)
import figures  # noqa: E402


def a_ratio_within_its_bar_holds():
    row = figures.compare("job", [2.0, 9.0, 2.2], [1.0, 1.1, 1.2], 2, "peer")
    assert (row.verdict, row.ours, row.peer, row.ratio) == ("holds", 2.2, 1.1, 2.0), row
    assert "2 to 9" in row.detail and "n = 3" in row.detail, "the spread is told"


def a_ratio_above_its_bar_falls_short():
    assert figures.compare("job", [2.3], [1.1], 2, "peer").verdict == "falls short"


def no_figure_of_ours_falls_short():
    assert figures.compare("job", [], [1.0], 2, "peer").verdict == "falls short"
    assert figures.at_most("job", [], 2).verdict == "falls short"


def no_peer_cannot_tell():
    row = figures.compare("job", [1.0], [], 2, "peer")
    assert row.verdict == "cannot tell here: no peer on this host" and row.ours == 1.0, row


def an_absolute_miss_on_a_busy_host_cannot_tell():
    quiet, busy = (lambda: (0.1, 0, 0)), (lambda: (100.0 * os.cpu_count(), 0, 0))
    real = os.getloadavg
    try:
        os.getloadavg = quiet
        assert figures.at_most("job", [3.0], 2).verdict == "falls short"
        os.getloadavg = busy
        assert figures.at_most("job", [3.0], 2).verdict.startswith("cannot tell here: the host is busy")
        assert figures.at_most("job", [1.0], 2).verdict == "holds", "a figure that holds under load holds"
    finally:
        os.getloadavg = real


def json_has_the_promised_members():
    row = json.loads(json.dumps(figures.compare("job", [2.000001], [1.0], 2, "peer").as_json()))
    assert {"job", "ours", "peer", "ratio", "bar", "verdict"} <= row.keys(), row
    assert row["ours"] == 2.0, "four digits"


def told(parts, *arguments):
    """The exit status, and what a bench of these parts prints."""
    real, sys.argv = sys.argv, ["bench", *arguments]
    try:
        with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()):
            return bench.main("area", "of the test", parts), out.getvalue()
    finally:
        sys.argv = real


def good(_):
    print("what a measurement says of itself")
    yield figures.at_most("good", [1.0], 2, detail="of one")


def broken(_):
    yield figures.holds("before it broke", "bar", True)
    raise ValueError("no such thing")


def a_group_that_breaks_falls_short_and_the_rest_is_measured():
    status, text = told({"one": (broken, good)})
    assert status == 1, text
    assert "before it broke" in text and "one, broken: the measurement broke: ValueError: no such thing" in text, text
    assert "of one" in text and text.rstrip().endswith("3 rows: 2 hold, 1 fall short, 0 cannot tell here"), text


def only_the_parts_that_are_asked_for_are_measured():
    status, text = told({"one": broken, "two": good}, "--only", "two", "--json")
    assert status == 0 and [row["job"] for row in json.loads(text)] == ["good"], text
    assert told({"one": broken}, "--only", "one,three")[0] == 2


def an_unknown_area_is_exit_2():
    done = subprocess.run([sys.executable, str(BENCH / "kernel_bench.py"), "--only", "moon"], capture_output=True,
                          text=True, timeout=60, stdin=subprocess.DEVNULL)
    assert done.returncode == 2 and "start, steady" in done.stderr, done


def main():
    cases = Cases()
    for case in (a_ratio_within_its_bar_holds, a_ratio_above_its_bar_falls_short, no_figure_of_ours_falls_short,
                 no_peer_cannot_tell, an_absolute_miss_on_a_busy_host_cannot_tell, json_has_the_promised_members,
                 a_group_that_breaks_falls_short_and_the_rest_is_measured,
                 only_the_parts_that_are_asked_for_are_measured, an_unknown_area_is_exit_2):
        cases.run(case.__name__, case)
    cases.end()


main()
