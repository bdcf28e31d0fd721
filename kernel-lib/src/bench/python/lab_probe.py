"""usage: lab_probe.py CLONE SECONDS: starts `./workbook lab` there, prints the seconds until it answers over HTTP, ends
it; gives up after SECONDS."""
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

import offline


def lab_ready(clone, seconds):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ask = urllib.request.build_opener(urllib.request.ProxyHandler({})).open
    started = time.monotonic()
    with tempfile.TemporaryFile() as said:
        lab = subprocess.Popen(["./workbook", "lab", "--no-browser", "--port", str(port)], cwd=clone,
                               stdin=subprocess.DEVNULL, stdout=said, stderr=said, start_new_session=True)
        try:
            while time.monotonic() - started < seconds:
                try:
                    ask(f"http://127.0.0.1:{port}/login", timeout=2).read()
                    return time.monotonic() - started
                except OSError:
                    if lab.poll() is not None:
                        said.seek(0)
                        sys.exit(said.read().decode(errors="replace")[-400:])
                    time.sleep(0.02)
            sys.exit(f"no HTTP within {seconds} s")
        finally:
            os.killpg(lab.pid, signal.SIGTERM)  # the script, JupyterLab, and what they started: a group of its own
            try:
                lab.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(lab.pid, signal.SIGKILL)
                lab.wait()


if __name__ == "__main__":
    offline.enter()
    print(lab_ready(sys.argv[1], float(sys.argv[2])))
