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


def hands_on():
    """A notebook for what is done by hand: one cell never ends."""
    cells = [{"cell_type": "code", "id": f"cell-{i}", "metadata": {}, "source": source, "outputs": [],
              "execution_count": None} for i, source in enumerate(HANDS_ON)]
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
        assert not state["error_boxes"], "a diagram or widget shows an error box"
        assert not page.console, f"errors in the browser's console: {page.console}"
        assert not page.outside, f"requests off loopback: {page.outside}"
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


def main():
    cases = Cases()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="browser-cases-"))
    try:
        built_kernel.provide(folder)
        with sync_playwright() as playwright, Lab(folder, ADVSYS_QUICK="1") as lab:
            browser = playwright.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
            for path in notebooks():
                cases.run(f"{path.parent.name}/{path.stem} runs whole", runs_whole, browser, lab, path)
            page = NotebookPage(browser, lab, lab.write("hands-on.ipynb", hands_on()))
            cases.run("the stop button ends an endless loop", stop_button_ends_an_endless_loop, page)
            cases.run("Tab offers completions", tab_offers_completions, page)
            browser.close()
            if cases.failed:
                print(lab.log_tail(), file=sys.stderr)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    cases.end()


main()
