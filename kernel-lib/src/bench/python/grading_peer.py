"""nbgrader with a stock JJava kernel, in an environment of its own: only bench grading needs it."""
import contextlib
import os
import pathlib
import subprocess
import sys
import time

import grading_subjects as subjects
from subjects import HOME, java, libraries

FOLDER = HOME / ".workbook" / "nbgrader"
PACKAGES = ("nbgrader==0.9.6", "jjava==1.0a8")


def install():
    """Makes the environment; says why there is none, or ""."""
    if (FOLDER / "complete").exists():
        return ""
    print("installing nbgrader for this comparison …", file=sys.stderr, flush=True)
    commands = ([sys.executable, "-m", "venv", "--clear", str(FOLDER)],
                [str(FOLDER / "bin" / "pip"), "install", "-q", "-c", str(HOME / "requirements.txt"), *PACKAGES])
    for command in commands:
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False)
        except (OSError, subprocess.TimeoutExpired) as problem:
            return f"nbgrader cannot be installed: {problem}"
        if done.returncode:
            return f"nbgrader cannot be installed: {(done.stderr.strip().splitlines() or ['no reason given'])[-1]}"
    (FOLDER / "complete").touch()
    return ""


class Course:
    """A course of nbgrader's with one assignment and one student."""

    def __init__(self, folder, cells, code):
        self.folder = folder
        (folder / "nbgrader_config.py").parent.mkdir(parents=True, exist_ok=True)
        (folder / "nbgrader_config.py").write_text(
            f"c = get_config()\nc.CourseDirectory.root = {str(folder)!r}\nc.CourseDirectory.course_id = 'bench'\n",
            encoding="utf-8")
        subjects.write(folder / "source" / "bench" / "01-bench.ipynb", cells)
        self.run("generate_assignment", "bench", "--create")
        handed = [cell | {"source": code} if cell["id"] == "answer" else cell for cell in cells]
        subjects.write(folder / "submitted" / "ada" / "bench" / "01-bench.ipynb", handed)

    def run(self, *arguments):
        path = os.pathsep.join([str(FOLDER / "bin"), str(pathlib.Path(java()).parent), os.environ["PATH"]])
        environment = {**os.environ, "PATH": path, "JJAVA_CLASSPATH": os.pathsep.join(libraries()),
                       "JJAVA_JVM_OPTS": "-Djava.awt.headless=true --enable-native-access=ALL-UNNAMED",
                       "JUPYTER_CONFIG_DIR": str(self.folder / "config"), "JUPYTER_DATA_DIR": str(self.folder / "data")}
        for name in ("JUPYTER_PATH", "JUPYTER_CONFIG_PATH", "PYTHONPATH"):
            environment.pop(name, None)
        done = subprocess.run([str(FOLDER / "bin" / "nbgrader"), *arguments], cwd=self.folder, env=environment,
                              capture_output=True, text=True, timeout=300, check=False)
        if done.returncode:
            raise RuntimeError(f"nbgrader {arguments[0]}: {(done.stdout + done.stderr).strip()[-600:]}")
        return done

    def autograde(self):
        """Seconds of one autograde of the one student."""
        began = time.monotonic()
        self.run("autograde", "bench", "--force")
        seconds = time.monotonic() - began
        with contextlib.suppress(FileNotFoundError):
            text = (self.folder / "autograded/ada/bench/01-bench.ipynb").read_text(encoding="utf-8")
            if '"output_type": "error"' not in text and "within the block" in text:
                return seconds
        raise RuntimeError("nbgrader has not run the checks")
