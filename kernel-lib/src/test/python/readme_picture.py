"""README's picture, taken anew: a notebook is run whole in JupyterLab, and a chart with its prediction is looked at.

usage: readme_picture.py CHROMIUM; takes two minutes on a quiet machine, and writes kernel-lib/src/site/lab.png
"""
import pathlib
import shutil
import sys
import tempfile

from playwright.sync_api import sync_playwright

import built_kernel
from cases import HOME
from lab import Lab
from notebook_page import NotebookPage

NOTEBOOK, CELL = "03-locks/01-two-locks.ipynb", "chart"
PICTURE = HOME / "kernel-lib/src/site/lab.png"
SIZE = {"width": 1360, "height": 860}
LOOK_AT = """id => {
  const cells = window.jupyterapp.shell.currentWidget.content.widgets;
  const at = cells.findIndex(cell => cell.model.id === id);
  cells[at].node.scrollIntoView({block: 'start'});
}"""


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="readme-picture-"))
    try:
        built_kernel.provide(folder)
        with sync_playwright() as playwright, Lab(folder) as lab:
            browser = playwright.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox"])
            page = NotebookPage(browser, lab, lab.add(HOME / "notebooks" / NOTEBOOK))
            page.page.set_viewport_size(SIZE)
            page.restart_and_run_all(600)
            page.save()
            page.page.evaluate(LOOK_AT, CELL)
            page.page.wait_for_timeout(1500)
            page.page.screenshot(path=str(PICTURE))
            browser.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
