"""The notebooks of the chapters on a stock JJava kernel: each runs from top to bottom, and differs only where we know.

Known differences are lines of src/test/resources/jjava-differences.tsv: notebook, cell, a pattern of what is told, why.
"""
import csv
import os
import pathlib
import re
import shutil
import sys
import tempfile

from cases import HOME, Cases, Skip, private_jupyter
from jupyter_client.kernelspec import NoSuchKernel

sys.path.insert(0, str(HOME / "kernel-lib" / "src" / "main" / "python"))
import headless  # noqa: E402  (the command's own engine)

SLOW_HOST = 3.0
CHAPTERS = ("02-coherence", "03-locks")
KNOWN = HOME / "kernel-lib" / "src" / "test" / "resources" / "jjava-differences.tsv"


def known():
    with open(KNOWN, newline="", encoding="utf-8") as file:
        return [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def environment(folder):
    target = HOME / "kernel-lib" / "target"
    jars = [target / "kernel-lib.jar", *sorted((target / "lib").glob("*.jar"))]
    if not jars[0].exists():
        raise Skip("no kernel-lib/target/kernel-lib.jar: run ./workbook build, or ./mvnw package")
    private = private_jupyter(
        folder, JJAVA_CLASSPATH=os.pathsep.join(map(str, jars)),
        JJAVA_JVM_OPTS="-Djava.awt.headless=true --enable-native-access=ALL-UNNAMED "
                       "--sun-misc-unsafe-memory-access=allow")
    if "JAVA_HOME" in os.environ:
        private["PATH"] = str(pathlib.Path(os.environ["JAVA_HOME"]) / "bin") + os.pathsep + private["PATH"]
    return private


def runs_from_top_to_bottom(path, kept):
    try:
        report = headless.check(path, "java", True, kept, SLOW_HOST)
    except NoSuchKernel:
        raise Skip("no JJava kernel: pip install jjava==1.0a8 into the test environment") from None
    told = [(cell, what) for cell, what in report.problems
            if not any(row["notebook"] in ("*", path.name) and row["cell"] in ("*", cell) and re.search(row["what"], what)
                       for row in known())]
    assert not told, "differences that src/test/resources/jjava-differences.tsv does not know:\n" + "\n".join(
        f"{cell}: {what}" for cell, what in told)
    assert report.done == report.cells > 0, f"{report.done} of {report.cells} cells ran"
    return report.problems


def main():
    cases = Cases()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="jjava-notebooks-"))
    try:
        os.environ.update(environment(folder))
        paths = [path for chapter in CHAPTERS for path in sorted((HOME / "notebooks" / chapter).glob("*.ipynb"))]
        for path in cases.choose(paths, 1, "notebooks on a stock JJava kernel"):
            differences = cases.run(f"{path.parent.name}/{path.name}", runs_from_top_to_bottom, path,
                                    HOME / "kernel-lib" / "target" / "jjava-notebooks")
            for cell, what in differences or []:
                print(f"known difference of {path.name}, {cell}: {what}", file=sys.stderr)
    except Skip as skip:
        cases.tell("jjava", "skipped", str(skip))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    cases.end()


main()
