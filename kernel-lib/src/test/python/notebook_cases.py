"""Notebooks of the workbook, run headless by our own kernel, show what their cells expect (quick mode)."""
import os
import pathlib
import shutil
import sys
import tempfile

import built_kernel
from cases import HOME, Cases, private_jupyter

sys.path.insert(0, str(HOME / "kernel-lib" / "src" / "main" / "python"))
import headless  # noqa: E402  (the command's own engine)

DRAWN = 2  # of all notebooks, unless all are asked for
SLOW_HOST = 3.0  # time limits are for readers; a test host may be shared


def check(path, kept):
    report = headless.check(path, "advsys", True, kept, SLOW_HOST)
    assert report.passed(), "\n".join(f"{cell}: {what}" for cell, what in report.problems)
    assert report.done == report.cells > 0, f"{report.done} of {report.cells} cells"


def main():
    cases = Cases()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="notebook-cases-"))
    os.environ.update(private_jupyter(folder))
    try:
        built_kernel.provide(folder)
        notebooks = [path for path in sorted((HOME / "notebooks").rglob("*.ipynb"))
                     if ".ipynb_checkpoints" not in path.parts]
        for path in cases.choose(notebooks, DRAWN, "notebooks in our kernel, without a browser"):
            name = str(path.relative_to(HOME / "notebooks"))
            cases.run(name, check, path, HOME / "kernel-lib" / "target" / "executed-notebooks")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    cases.end()


main()
