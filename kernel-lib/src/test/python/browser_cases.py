"""What a reader does, in a real JupyterLab in a headless browser; a screenshot of every notebook is kept.

usage: browser_cases.py CHROMIUM [NAME]    NAME: only notebooks whose path has it
"""
import json
import pathlib
import shutil
import sys
import tempfile

from playwright.sync_api import sync_playwright

import built_kernel
from cases import HOME, Cases
from lab import Lab
from notebook_page import NotebookPage

SCREENSHOTS = HOME / "kernel-lib" / "target" / "screenshots"
RUN_SECONDS = 180  # a time limit for a loaded host, not a measurement

HANDS_ON = ["int before = 1;\nbefore", "while (true) {}", "before + 1", "Math.flo"]


def notebooks():
    wanted = sys.argv[2] if len(sys.argv) > 2 else ""
    return sorted(p for p in (HOME / "notebooks").rglob("*.ipynb")
                  if ".ipynb_checkpoints" not in p.parts and wanted in str(p))


COUNTING = """import advsys.lab.*;
record Route(String router, int metric) {}
record Row(int rounds) {}
record Counting(int rounds) implements Scenario<String, Row> {
    public Counting() { this(12); }
    public Row run(String subject, Trial trial) {
        for (int i = 1; i <= rounds; i++) {
            int now = i;
            trial.message("A", "B", "metric " + now, () -> List.of(new Route("A", now), new Route("B", 16)));
        }
        return new Row(rounds);
    }
}"""
STEPS = [COUNTING, 'var s = Experiment.of(new Counting()).trace("to infinity", 1).stepper();', "s.step();", "s.back();",
         "s.at(9);", "s.at(4);", "s.play(0.2);"]


def by_hand(sources):
    """A notebook of these cells."""
    cells = [{"cell_type": "code", "id": f"cell-{i}", "metadata": {}, "source": source, "outputs": [],
              "execution_count": None} for i, source in enumerate(sources)]
    return {"cells": cells, "metadata": {"kernelspec": {"name": "advsys", "display_name": "advsys"}},
            "nbformat": 4, "nbformat_minor": 5}


def expected_charts(path):
    """How many code cells expect a picture."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    expects = [c["metadata"].get("advsys", {}).get("expect") or {} for c in cells]
    return sum("image/png" in e.get("mime", []) for e in expects)


def runs_whole(browser, lab, path):
    page = NotebookPage(browser, lab, lab.add(path))
    try:
        state = page.restart_and_run_all(RUN_SECONDS)
        page.screenshot(SCREENSHOTS / f"{path.parent.name}-{path.stem}.png")
        state = page.state()
        undeclared = [e for e in state["errors"] if not e["declared"]]
        assert not undeclared, f"error outputs: {undeclared}"
        assert not state["unrun"], f"cells not run: {state['unrun']}"
        assert state["drawn"] == state["cells"], f"{state['drawn']} of {state['cells']} cells drawn"
        assert all(width > 0 for width in state["images"]), f"widths of images: {state['images']}"
        wanted = expected_charts(path)
        assert state["charts"] >= wanted, f"{state['charts']} charts, expected {wanted}"
        assert len(state["images"]) >= state["charts"], f"{state['charts']} charts, {len(state['images'])} drawn"
        assert all(p == "finished" for p in state["progress"]), f"progress: {state['progress']}"
        assert not state["cut_tables"], f"{state['cut_tables']} tables are cut off and cannot be scrolled"
        assert not state["error_boxes"], "a diagram or widget shows an error box"
        assert not page.console, f"errors in the browser's console: {page.console}"
        assert not page.outside, f"requests off loopback: {page.outside}"
        page.save()
    finally:
        page.close()


def copy_that_nobody_trusts_shows_its_charts(browser, lab, name):
    """As a lecturer opens what a student sent: no SVG and no script is drawn, the PNG must be there."""
    page = NotebookPage(browser, lab, lab.copy_untrusted(name))
    try:
        state = page.wait(lambda s: all(s["images"]) and len(s["images"]) >= s["charts"], "the charts of the copy drawn", 60)
        assert state["charts"] and state["untrusted"], f"no copy to learn from: {state}"
        assert not page.console, f"errors in the browser's console: {page.console}"
    finally:
        page.close()


def stop_button_ends_an_endless_loop(page):
    page.run_cell(0)
    page.wait(lambda s: page.idle(s) and s["last"] == "1", "the first cell's result", 60)
    page.run_cell(1)
    page.wait(lambda s: s["running"] and s["status"] == "busy", "the endless loop running", 30)
    page.page.wait_for_timeout(300)
    page.stop()
    state = page.wait(lambda s: page.idle(s) and s["errors"], "the loop stopped", 30)
    assert [e["id"] for e in state["errors"]] == ["cell-1"], state["errors"]
    page.run_cell(2)
    page.wait(lambda s: page.idle(s) and s["last"] == "2", "the session alive, its variable kept", 30)


def tab_offers_completions(page):
    offered = page.completions(3, "")
    assert any("floor(" in item.splitlines() for item in offered), offered


def stepper_goes_forward_and_back_in_one_picture(page):
    """The picture stands below cell 1; the cells that are run come after it."""
    def go(cell, step):
        page.run_cell(cell)
        state = page.wait(lambda s: page.idle(s) and [t["step"] for t in s["steppers"]] == [step],
                          f"one stepper, at step {step}", 60)
        assert [t["id"] for t in state["steppers"]] == ["cell-1"], state["steppers"]
        assert len(state["drawn_steppers"]) == 1, state["drawn_steppers"]
        text, drawn = state["steppers"][0]["text"], state["drawn_steppers"][0]
        for seen in (text, drawn):
            assert f": step {step} of 12" in seen, seen
            assert step == 1 or f"{step - 1} → {step}" in seen, seen
        return text, drawn

    page.run_cell(0)
    page.wait(lambda s: page.idle(s) and "cell-0" not in s["unrun"], "the scenario defined", 60)
    go(1, 1)
    forward = [go(2, step) for step in (2, 3, 4, 5, 6)]
    back = [go(3, step) for step in (5, 4)]
    assert len(set(forward)) == 5, "steps that look the same"
    assert back == [forward[3], forward[2]], "a step looks different from the other side"
    go(4, 9)
    assert go(5, 4) == back[1], "a step looks different when it is jumped to"
    page.screenshot(SCREENSHOTS / "stepper.png")


def stop_button_ends_a_playing_stepper(page):
    page.run_cell(6)
    page.wait(lambda s: s["running"] and s["status"] == "busy", "playing", 30)
    page.stop()
    state = page.wait(lambda s: page.idle(s) and s["errors"], "stopped", 30)
    assert [e["id"] for e in state["errors"]] == ["cell-6"], state["errors"]
    assert len(state["steppers"]) == 1 and state["steppers"][0]["step"] < 12, state["steppers"]


def main():
    cases = Cases()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="browser-cases-"))
    try:
        built_kernel.provide(folder)
        with sync_playwright() as playwright, Lab(folder, ADVSYS_QUICK="1") as lab:
            browser = playwright.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
            first, *others = notebooks()  # the first one is what a reader sees first
            for path in [first, *cases.choose(others, 1, "notebooks in the browser")]:
                cases.run(f"{path.parent.name}/{path.stem} runs whole", runs_whole, browser, lab, path)
            cases.run("a copy that nobody trusts shows its charts", copy_that_nobody_trusts_shows_its_charts, browser, lab,
                      lab.name_of(path))
            page = NotebookPage(browser, lab, lab.write("hands-on.ipynb", by_hand(HANDS_ON)))
            cases.run("the stop button ends an endless loop", stop_button_ends_an_endless_loop, page)
            cases.run("Tab offers completions", tab_offers_completions, page)
            page = NotebookPage(browser, lab, lab.write("stepper.ipynb", by_hand(STEPS)))
            cases.run("a stepper goes forward and back in one picture", stepper_goes_forward_and_back_in_one_picture, page)
            cases.run("the stop button ends a playing stepper", stop_button_ends_a_playing_stepper, page)
            browser.close()
            if cases.failed:
                print(lab.log_tail(), file=sys.stderr)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    cases.end()


main()
