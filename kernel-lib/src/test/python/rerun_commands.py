"""./workbook run, sweep and compare as processes, and notebooks for them."""
import os
import pathlib
import subprocess
import sys

import built_kernel
import nbformat
from cases import HOME


def command(*arguments):
    java = pathlib.Path(os.environ["JAVA_HOME"]) / "bin" / "java" if "JAVA_HOME" in os.environ else "java"
    return [str(java), f"-Dadvsys.root={HOME}", f"-Dadvsys.python={sys.executable}", "-cp", built_kernel.class_path(),
            "advsys.workbook.cli.Main", *map(str, arguments)]


def workbook(*arguments):
    return subprocess.run(command(*arguments), capture_output=True, text=True, timeout=600)


def notebook(path, *sources):
    book = nbformat.v4.new_notebook(metadata={"kernelspec": {"name": "advsys", "display_name": "", "language": "java"}})
    for name, source in sources:
        tags = ["parameters"] if name == "parameters" else []
        book.cells.append(nbformat.v4.new_code_cell(source, id=name, metadata={"tags": tags}))
    nbformat.write(book, path)
    return path


def read(path):
    book = nbformat.read(path, as_version=4)
    nbformat.validate(book)
    return book
