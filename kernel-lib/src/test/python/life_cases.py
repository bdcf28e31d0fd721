"""Starting, restarting and ending: nothing fails to start, nothing is left behind."""
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time

import psutil
from cases import Cases
from kernel_process import PATIENCE, Kernel, command

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="life-cases-"))


def connection(**other):
    """A connection file with ports that are free now."""
    held = [socket.socket() for _ in range(5)]
    for one in held:
        one.bind(("127.0.0.1", 0))
    names = ("shell", "iopub", "stdin", "control", "hb")
    content = {f"{name}_port": one.getsockname()[1] for name, one in zip(names, held)}
    for one in held:
        one.close()
    content |= {"ip": "127.0.0.1", "transport": "tcp", "key": "k", "signature_scheme": "hmac-sha256"} | other
    file = FOLDER / f"connection-{content['shell_port']}.json"
    file.write_text(json.dumps(content))
    return file


def program(file, **environment):
    argv, variables = command()
    return subprocess.Popen(
        [str(file) if argument == "{connection_file}" else argument for argument in argv],
        env={**os.environ, **variables, **environment}, stderr=subprocess.PIPE, text=True)


def starts_every_time():
    for _ in range(3):  # the bench starts thirty
        with Kernel() as kernel:
            assert kernel.run("1 + 1").result == "2"
            took = kernel.shut_down()  # the bench says how fast; here: that it ends
            assert kernel.process.poll() == 0, f"{took:.2f} s, {kernel.process.poll()}"


def ends_with_threads_alive():
    with Kernel() as kernel:
        kernel.run("new Thread(() -> { while (true) { } }).start();")
        kernel.run("Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) { } }));")
        kernel.send("while (true) { }")
        kernel.shut_down()


def restarts_without_leaks():
    with Kernel() as kernel:
        pids = []
        for _ in range(2):
            kernel.run("new Thread(() -> { while (true) { } }).start();")
            pids.append(kernel.process.pid)
            kernel.restart()
            assert kernel.run("1 + 1").reply["execution_count"] == 1
        assert not [pid for pid in pids if psutil.pid_exists(pid)]


def rerun_cells_let_go_of_what_they_held():
    with Kernel(options=["-Xmx256m"]) as kernel:  # a third of what thirty runs would keep
        for number in range(30):
            ended = kernel.run(f"class Own {{ int version = {number}; byte[] big = new byte[20_000_000]; }}\n"
                               "var own = new Own();\nThread.ofPlatform().start(() -> own.big[0]++).join();\nown.big")
            assert ended.status == "ok", f"run {number}: {ended.reply}"


def a_cell_that_fills_the_heap_is_stopped():
    with Kernel(options=["-Xmx256m"]) as kernel:
        ended = kernel.run("var all = new ArrayList<Object>(); while (true) all.add(new Object());")
        assert ended.reply["ename"] == "OutOfMemoryError", ended.reply
        assert "heap holds 256 MB" in "".join(ended.reply["traceback"]), ended.reply
        assert kernel.run("all = null; 1 + 1").result == "2"
        kept = kernel.run("int[] kept = IntStream.range(0, 20_000_000).toArray(); Thread.sleep(1500); kept.length")
        assert kept.result == "20000000", kept.reply  # what the cell before kept is gone, and counts for nothing


def killed_kernel_comes_back():
    with Kernel() as kernel:
        kernel.process.kill()
        kernel.process.wait(PATIENCE)
        kernel.restart(now=True)
        assert kernel.run("1 + 1").result == "2"


def ends_when_told_by_a_signal():
    with Kernel() as kernel:
        kernel.process.send_signal(signal.SIGTERM)
        kernel.process.wait(PATIENCE)


def ends_with_its_parent():
    file = connection()
    argv, variables = command()
    argv = [str(file) if argument == "{connection_file}" else argument for argument in argv]
    parent = subprocess.Popen([sys.executable, "-c", f"""
import os, subprocess, time
child = subprocess.Popen({argv!r}, env={{**os.environ, **{variables!r}, "JPY_PARENT_PID": str(os.getpid())}})
print(child.pid, flush=True)
time.sleep(600)"""], stdout=subprocess.PIPE, text=True)
    child = psutil.Process(int(parent.stdout.readline()))
    time.sleep(2)
    assert child.is_running() and child.status() != psutil.STATUS_ZOMBIE
    parent.kill()
    parent.wait()
    child.wait(PATIENCE)


def busy_port_is_named():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        process = program(connection(iopub_port=port))
        said = process.communicate(timeout=PATIENCE)[1]
    assert process.returncode == 2, said
    assert str(port) in said and "Start the kernel again" in said, said


def a_home_that_cannot_be_written_is_no_obstacle():
    nowhere = "/dev/null/nobody"  # refused to root as well
    with Kernel(options=[f"-Duser.home={nowhere}"], env={"HOME": nowhere}) as kernel:
        assert kernel.run("1 + 1").result == "2"
        drawn = kernel.run('import org.knowm.xchart.*; var chart = new XYChartBuilder().title("a").build();\n'
                           'chart.addSeries("b", new double[] {1, 2}, new double[] {2, 1}); chart')
        assert drawn.status == "ok" and "image/png" in drawn.of("execute_result")[0]["data"], drawn.reply
        rows = kernel.ask("history_request", hist_access_type="tail", n=2, output=False, raw=True)["history"]
        assert rows[0][2] == "1 + 1", rows


def bad_connection_files_are_explained():
    file = FOLDER / "bad.json"
    for content, words in (("{", "not JSON"), ('{"shell_port": "x"}', "shell_port"), ('{"transport": "ipc"}', "ipc")):
        file.write_text(content)
        process = program(file)
        said = process.communicate(timeout=PATIENCE)[1]
        assert process.returncode == 2 and words in said, f"{content}: {said}"
    process = program(FOLDER / "nothing.json")
    assert "nothing.json" in process.communicate(timeout=PATIENCE)[1] and process.returncode == 2


cases = Cases()
for case in (starts_every_time, ends_with_threads_alive, restarts_without_leaks,
             rerun_cells_let_go_of_what_they_held, a_cell_that_fills_the_heap_is_stopped, killed_kernel_comes_back,
             ends_when_told_by_a_signal, ends_with_its_parent, busy_port_is_named,
             a_home_that_cannot_be_written_is_no_obstacle, bad_connection_files_are_explained):
    cases.run(case.__name__, case)
cases.end()
