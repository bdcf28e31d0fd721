"""Does ./workbook check find what is wrong? A notebook that breaks each expectation must fail, in that cell.

Run with ipykernel, which the checker cannot tell from another kernel, because it starts fast and is not ours: a fault
of our kernel must not hide one of the checker.
"""
import base64
import json
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

from cases import HOME, Cases, private_jupyter

sys.path.insert(0, str(HOME / "kernel-lib" / "src" / "main" / "python"))
import headless  # noqa: E402  (the command's own engine)

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="check-cases-"))


def png(width, height, colour):
    """A PNG whose pixel (x, y) is colour(x, y), grey 0 to 255, as base64."""
    rows = b"".join(b"\0" + bytes(colour(x, y) for x in range(width)) for y in range(height))

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    data = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
    return base64.b64encode(data).decode()


CHART = png(40, 30, lambda x, y: (x * y) % 251)
BLANK = png(40, 30, lambda x, y: 255)
CUT = CHART[:len(CHART) // 2 // 4 * 4]
TABLE = "lock  threads\n────  ───────\nTas         1\nTas         2\nMcs         1\n\nquiet"


def show(metadata=None, **data):
    bundle = {"text/plain": data.pop("text", "x")} | {k.replace("_", "/"): v for k, v in data.items()}
    return f"display({bundle!r}, raw=True, metadata={metadata or {}!r})"


def progress(state):
    return show({"advsys": {"progress": state}}, text="3 of 5")


# id: (source, expect, tags): each is as it should be
SOUND = {
    "silent": ("x = 1", None, []),
    "text": ("print('4'); 5", {"text": ["^4$", "^5$"], "absent": "6"}, []),
    "colour-stripped": (r"print('\x1b[1mbold\x1b[0m')", {"text": "^bold$"}, []),
    "mime": (show(image_png=CHART), {"mime": ["image/png"], "images": 1}, []),
    "rows": (show(text=TABLE), {"rows": 3}, []),
    "rows-range": (show(text=TABLE), {"rows": {"min": 2, "max": 3}}, []),
    "progress": (progress("finished"), {"progress": True}, []),
    "progress-updated": ("h = display({'text/plain': '0'}, raw=True, metadata={'advsys': {'progress': 'running'}}, "
                         "display_id='p')\nh.update({'text/plain': '5'}, raw=True, "
                         "metadata={'advsys': {'progress': 'finished'}})", {"progress": True}, []),
    "error": ("1 / 0", {"error": "^ZeroDivisionError: division"}, ["raises-exception"]),
    "stderr": ("import sys; sys.stderr.write('careful\\n');", {"stderr": "careful"}, []),
    "quick": ("import os; print(os.environ.get('ADVSYS_QUICK', '0'))", {"text": "^QUICK$"}, []),
}

# id: (source, expect, tags, what the checker says of it)
BROKEN = {
    "not-silent": ("print('hello')", None, [], "nothing says what must be seen"),
    "no-text": ("print('4')", {"text": "^5$"}, [], "does not match"),
    "absent-text": ("print('NaN')", {"absent": "NaN"}, [], "must not match"),
    "no-mime": ("'text'", {"mime": ["image/png"]}, [], "no image/png"),
    "blank-image": (show(image_png=BLANK), {"mime": ["image/png"]}, [], "is blank"),
    "cut-image": (show(image_png=CUT), {}, [], "cut off"),
    "no-image": (show(image_png="Zm9v"), {}, [], "not a PNG"),
    "two-images": (show(image_png=CHART), {"images": 2}, [], "1 images, expected 2"),
    "few-rows": (show(text=TABLE), {"rows": 4}, [], "3 rows, expected 4"),
    "rows-below": (show(text=TABLE), {"rows": {"min": 4}}, [], "3 rows, expected min 4"),
    "still-running": (progress("running"), {}, [], "not finished"),
    "no-progress": ("'done'", {"progress": True}, [], "no progress was shown"),
    "stderr": ("import sys; sys.stderr.write('careful\\n');", {}, [], "something on stderr: careful"),
    "other-stderr": ("import sys; sys.stderr.write('x\\n');", {"stderr": "careful"}, [], "stderr does not match"),
    "no-error": ("x = 1", {"error": "Zero"}, ["raises-exception"], "declares one"),
    "other-error": ("1 / 0", {"error": "^KeyError"}, ["raises-exception"], "expected /^KeyError/"),
}


def write(name, cells):
    """cells: id → (source, expect, tags, …)"""
    notebook = {"cells": [], "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
                "nbformat": 4, "nbformat_minor": 5}
    for identity, (source, expect, tags, *_) in cells.items():
        metadata = {"tags": tags} | ({} if expect is None else {"advsys": {"expect": expect}})
        notebook["cells"].append({"cell_type": "code", "id": identity, "metadata": metadata, "source": source,
                                  "outputs": [], "execution_count": None})
    path = FOLDER / f"{name}.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path


def check(path):
    """The command's own engine, in this process."""
    return headless.check(path, "python3", False, FOLDER / "kept")


def command(*arguments):
    line = [sys.executable, str(HOME / "kernel-lib/src/main/python/check_notebooks.py"), "--json", "--keep",
            str(FOLDER / "kept"), *map(str, arguments)]
    done = subprocess.run(line, capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL)
    return done.returncode, [json.loads(each) for each in done.stdout.splitlines()], done.stderr


def sound_passes():
    cells = dict(SOUND)
    cells["quick"] = (cells["quick"][0], {"text": "^0$"}, [])
    report = check(write("sound", cells))
    assert report.problems == [], report.problems
    assert report.done == len(SOUND) and report.images == 1, report


def each_broken_cell_is_found():
    report = check(write("broken", BROKEN))
    found = dict(report.problems)
    assert not report.passed() and report.done == len(BROKEN), report
    for identity, (_, _, _, expected) in BROKEN.items():
        assert expected in found.get(identity, "nothing"), f"{identity}: {found.get(identity)!r}, not {expected!r}"
    kept = json.loads(pathlib.Path(report.kept).read_text(encoding="utf-8"))
    assert kept["cells"][0]["outputs"], "the executed notebook is kept with its outputs"


def undeclared_error_ends_the_run():
    report = check(write("error", {"before": ("x = 1", None, []), "fails": ("1 / 0", {}, []),
                                   "after": ("y = 1", None, [])}))
    found = dict(report.problems)
    assert "ZeroDivisionError" in found["fails"] and "1 of 3 code cells not run" in found["notebook"], report


def endless_cell_meets_its_limit():
    report = check(write("endless", {"endless": ("while True: pass", {"seconds": 1}, []), "after": ("y = 1", None, [])}))
    assert "after its limit of 1 s" in dict(report.problems)["endless"], report


def dead_kernel_is_told():
    # Straight into the process's own standard error: ipykernel puts a pipe before it, which a sudden death leaves unread.
    dies = "import os, sys; os.write(sys.stderr._original_stdstream_copy, b'\\nout of luck'); os._exit(3)"
    report = check(write("dead", {"dies": (dies, None, []), "after": ("y = 1", None, [])}))
    said = dict(report.problems)["dies"]
    assert "the kernel died" in said and "out of luck" in said, report


def damaged_notebook_is_told_and_the_next_is_checked():
    damaged = FOLDER / "damaged.ipynb"
    damaged.write_text('{"cells": [', encoding="utf-8")
    source, _, _ = SOUND["quick"]
    quick = write("quick", {"quick": (source, {"text": "^1$"}, [])})
    code, reports, _ = command("--quick", "--kernel", "python3", damaged, quick)
    assert code == 1 and [r["passed"] for r in reports] == [False, True], reports
    assert "cannot be read" in reports[0]["problems"][0][1], reports
    code, reports, _ = command("--quick", "--kernel", "python3", quick)
    assert code == 0 and reports[0]["passed"], reports


def no_kernel_is_exit_2():
    code, reports, err = command("--kernel", "no-such-kernel", write("no-kernel", {"silent": SOUND["silent"]}))
    assert code == 2 and not reports and "./workbook build" in err, (code, reports, err)


def main():
    cases = Cases()
    os.environ.update(private_jupyter(FOLDER))
    for case in (sound_passes, each_broken_cell_is_found, undeclared_error_ends_the_run,
                 endless_cell_meets_its_limit, dead_kernel_is_told,
                 damaged_notebook_is_told_and_the_next_is_checked, no_kernel_is_exit_2):
        cases.run(case.__name__, case)
    shutil.rmtree(FOLDER, ignore_errors=True)
    cases.end()


main()
