"""Our kernel for a test: the installed one, or else the build's classes without any installation."""
import json
import os
import pathlib
import sys

from cases import HOME

FLAGS = ["--add-exports", "java.base/jdk.internal.vm=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED",
         "--sun-misc-unsafe-memory-access=allow", "-Djava.awt.headless=true"]


def installed():
    return (pathlib.Path(sys.prefix) / "share/jupyter/kernels/advsys/kernel.json").exists()


def class_path():
    target = HOME / "kernel-lib" / "target"
    return os.pathsep.join([str(target / "classes"), str(target / "lib" / "*")])


def provide(folder, classes=None, name="advsys"):
    """Makes the kernel `advsys` known to a Jupyter whose private data folder is `folder`/data (see private_jupyter)."""
    if classes is None and installed():
        return
    java = pathlib.Path(os.environ["JAVA_HOME"]) / "bin" / "java" if "JAVA_HOME" in os.environ else "java"
    spec = {"argv": [str(java), *FLAGS, "-cp", classes or class_path(), "advsys.workbook.kernel.Main",
                     "{connection_file}"],
            "display_name": "Java (advsys)", "language": "java", "interrupt_mode": "message"}
    home = pathlib.Path(folder) / "data" / "kernels" / name
    home.mkdir(parents=True, exist_ok=True)
    (home / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
