"""Installing from a fresh copy in a folder with spaces and umlauts; starting JupyterLab without the network."""
import fcntl
import json
import os
import pathlib
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zipfile

from cases import HOME, Cases, Skip
from kernel_process import Kernel

PATIENCE = 240  # seconds: a slow host builds slowly, and no figure is taken here
CLASS = "kernel-lib/src/main/java/advsys/locks/TasLock.java"

SET_UP = """root="$1" here="$1/.workbook" parts="$1/kernel-lib/src/main/sh"
for part in common lock packages jdk jdkfetch python build examine doctor lab tests; do . "$parts/$part.sh"; done
need_jdk && venv_ready && kernel_ready trained"""


def is_set_up():
    """Has ./workbook test, or lab, built these very sources here?"""
    return subprocess.run(["bash", "-c", SET_UP, "bash", str(HOME)], capture_output=True,
                          stdin=subprocess.DEVNULL).returncode == 0


def copy_of_the_sources(clone):
    """What a clone would hold, with what is not committed yet."""
    made = shutil.ignore_patterns(".git", ".workbook", "target", ".ipynb_checkpoints", "__pycache__")
    shutil.copytree(HOME, clone, ignore=made, symlinks=True)


def build(clone):
    environment = os.environ | {"ADVSYS_TRAIN_AFTER": "never"}
    done = subprocess.run(["./workbook", "build"], cwd=clone, capture_output=True, text=True, timeout=PATIENCE,
                          env=environment, stdin=subprocess.DEVNULL)
    logs = [log.read_text(errors="replace")[-1500:] for log in clone.glob(".workbook/log/*.log")] if done.returncode else []
    assert done.returncode == 0, "\n".join([done.stdout, done.stderr, *logs])


def installed(clone):
    return json.loads((clone / ".workbook/venv/share/jupyter/kernels/advsys/kernel.json").read_text(encoding="utf-8"))


def what_is_built(clone):
    """The library of these sources, as if this folder had been copied after a build: nothing is compiled twice."""
    for name in ("kernel-lib/target/kernel-lib.jar", "kernel-lib/target/lib", ".workbook/stamps/build"):
        (clone / name).parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (HOME / name).is_dir() else shutil.copy)(HOME / name, clone / name)


def builds_and_registers(clone):
    copy_of_the_sources(clone)
    if is_set_up():
        what_is_built(clone)
    build(clone)
    spec = installed(clone)
    java, arguments, connection = spec["argv"]
    version = subprocess.run([java, "-version"], capture_output=True, text=True).stderr
    assert int(version.split('"')[1].split(".")[0]) >= 25, version
    assert arguments == f"@{clone / '.workbook/kernel/launch.args'}", arguments
    assert connection == "{connection_file}" and spec["interrupt_mode"] == "message", spec
    assert str(HOME / ".workbook") not in pathlib.Path(arguments[1:]).read_text(encoding="utf-8")


def entries(jar):
    """All there is in a jar but the class that was edited: names, in their order, with dates and content."""
    with zipfile.ZipFile(jar) as opened:
        return [(i.filename, i.date_time, i.CRC, i.file_size, i.compress_size, i.external_attr) for i in opened.infolist()
                if pathlib.PurePosixPath(i.filename).stem != "TasLock"]


def jar_is_the_same_from_another_folder(clone):
    """It depends on nothing but the sources; this one was built with every check, that one without, after the edit."""
    ours, theirs = (entries(folder / "kernel-lib/target/kernel-lib.jar") for folder in (HOME, clone))
    if not is_set_up():
        raise Skip("the library here is not of these sources; ./workbook test builds it")
    assert len(ours) > 500 and ours == theirs, f"the two jars differ: {set(ours) ^ set(theirs)}"
    assert (clone / "kernel-lib/target/unchecked/pom.xml").is_file(), "the gate would take these classes for checked ones"


def start_up_cache_is_trained(_):
    if not is_set_up():
        raise Skip("this kernel's cache is not trained; ./workbook test trains it")
    arguments = (HOME / ".workbook/kernel/launch.args").read_text(encoding="utf-8")
    cache = next(line for line in arguments.splitlines() if "-XX:AOTCache=" in line)
    assert pathlib.Path(cache.strip('"').partition("=")[2]).stat().st_size > 1 << 20, cache


def edit_build_restart_shows_the_change(clone):
    spec = installed(clone)
    with Kernel(argv=spec["argv"], env=spec["env"]) as kernel:
        assert kernel.run("new advsys.locks.TasLock().toString().equals(\"edited\")").result == "false"
        file = clone / CLASS
        source = file.read_text(encoding="utf-8").rstrip()
        file.write_text(source[:-1] + "\n    @Override\n    public String toString() {\n        return \"edited\";\n    }\n}\n",
                        encoding="utf-8")
        build(clone)
        assert installed(clone)["argv"] == spec["argv"], "JupyterLab keeps a kernel's command line over a restart"
        kernel.restart()
        assert kernel.run("new advsys.locks.TasLock()").result == "edited"
        assert "class TasLock" in kernel.run("System.out.println(advsys.lab.Source.of(advsys.locks.TasLock.class))").text()


def loopback_up():
    """In a network namespace of its own even loopback is down."""
    name = struct.pack("16sh", b"lo", 0)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        flags = struct.unpack("16sh", fcntl.ioctl(any_socket, 0x8913, name))[1]  # SIOCGIFFLAGS
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh", b"lo", flags | 1))  # SIOCSIFFLAGS, IFF_UP


def offline_lab():
    """JupyterLab must come up without any network but loopback."""
    if "--namespace" in sys.argv:
        loopback_up()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    lab = subprocess.Popen(["./workbook", "lab", "--no-browser", "--port", str(port)], cwd=HOME,
                           stdin=subprocess.DEVNULL, stdout=sys.stderr, stderr=sys.stderr)
    try:
        end = time.monotonic() + PATIENCE / 2
        while lab.poll() is None and time.monotonic() < end:
            try:
                opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
                with opener.open(f"http://127.0.0.1:{port}/api", timeout=5) as answer:
                    print(json.load(answer)["version"])
                    return 0
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        return 1
    finally:
        lab.send_signal(signal.SIGTERM)
        lab.wait(30)


def starts_without_the_network():
    if not is_set_up():
        raise Skip("this is no second start: these sources are not set up here; ./workbook test sets them up")
    command, environment = [sys.executable, __file__, "--offline"], dict(os.environ)
    unshare = shutil.which("unshare")
    if unshare and subprocess.run([unshare, "-n", "true"], capture_output=True).returncode == 0:
        command = [unshare, "-n", *command, "--namespace"]
    else:  # not allowed here: then whoever asks for the network meets a proxy that is not there
        for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            environment[name] = "http://127.0.0.1:9"
        environment["no_proxy"] = environment["NO_PROXY"] = "127.0.0.1,localhost"
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE,
                          stdin=subprocess.DEVNULL)
    assert done.returncode == 0 and done.stdout.strip(), done.stderr[-2000:]


def main():
    cases = Cases()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="install-cases-")).resolve()
    clone = folder / "Übungen & Läufe (zwei)"
    try:
        for case in (builds_and_registers, start_up_cache_is_trained, edit_build_restart_shows_the_change,
                     jar_is_the_same_from_another_folder):
            cases.run(case.__name__, case, clone)
        cases.run(starts_without_the_network.__name__, starts_without_the_network)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    cases.end()


if __name__ == "__main__":
    sys.exit(offline_lab()) if "--offline" in sys.argv else main()
