"""A kernel as a process, driven as a front end drives it: for tests and benches.

    with Kernel() as kernel:
        assert kernel.run("1 + 1").result == "2"
"""
import json
import os
import pathlib
import sys
import time
from queue import Empty

import built_kernel
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager

PATIENCE = 120  # seconds: no test waits for a figure, only for something that never comes


def command():
    """How the kernel is started, and its environment: the installed one, or else the build's classes."""
    spec = pathlib.Path(sys.prefix) / "share/jupyter/kernels/advsys/kernel.json"
    if spec.exists():
        installed = json.loads(spec.read_text(encoding="utf-8"))
        return installed["argv"], installed["env"]
    java = pathlib.Path(os.environ["JAVA_HOME"]) / "bin" / "java" if "JAVA_HOME" in os.environ else "java"
    return [str(java), *built_kernel.FLAGS, "-cp", built_kernel.class_path(), "advsys.workbook.kernel.Main",
            "{connection_file}"], {}


class Ended:
    """What a request brought: the reply's content, and what was published because of it, in order."""

    def __init__(self, reply, published):
        self.reply = reply
        self.published = published

    def of(self, *types):
        return [message["content"] for message in self.published if message["msg_type"] in types]

    def text(self, stream="stdout"):
        return "".join(content["text"] for content in self.of("stream") if content["name"] == stream)

    @property
    def status(self):
        return self.reply["status"]

    @property
    def result(self):
        return self.of("execute_result")[0]["data"]["text/plain"] if self.of("execute_result") else None


class Kernel:
    """A started kernel. `options` are put before the arguments of its JVM."""

    def __init__(self, options=(), env=None, argv=None):
        start, variables = (argv, {}) if argv else command()
        self.manager = KernelManager()
        self.manager._kernel_spec = KernelSpec(
            argv=[start[0], *options, *start[1:]], env=variables, interrupt_mode="message", language="java",
            display_name="Java")
        self.started = time.perf_counter()
        self.manager.start_kernel(env={**os.environ, **(env or {})})
        self.connect()

    def connect(self):
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.allow_stdin = False
        try:
            self.client.wait_for_ready(timeout=PATIENCE)
        except RuntimeError:
            self.close()
            raise

    def restart(self, now=False):
        """A new process on the same ports; `now` kills the old one."""
        self.client.stop_channels()
        self.manager.restart_kernel(now=now)
        self.connect()

    @property
    def process(self):
        return self.manager.provisioner.process

    def send(self, code, **more):
        return self.client.execute(code, **more)

    def await_reply(self, request, timeout=PATIENCE):
        """The reply to a request on shell; replies to others that come before are dropped."""
        end = time.monotonic() + timeout
        while True:
            message = self.client.get_shell_msg(timeout=max(0.001, end - time.monotonic()))
            if message["parent_header"].get("msg_id") == request:
                return message

    def await_published(self, request, until=None, timeout=PATIENCE):
        """What is published because of a request, up to its idle or to the first that `until` accepts."""
        until = until or (lambda m: m["msg_type"] == "status" and m["content"]["execution_state"] == "idle")
        end = time.monotonic() + timeout
        published = []
        while True:
            message = self.client.get_iopub_msg(timeout=max(0.001, end - time.monotonic()))
            if message["parent_header"].get("msg_id") == request:
                published.append(message)
                if until(message):
                    return published

    def await_running(self, request):
        self.await_published(request, until=lambda m: m["msg_type"] == "execute_input")

    def end(self, request, timeout=PATIENCE):
        published = self.await_published(request, timeout=timeout)
        return Ended(self.await_reply(request, timeout)["content"], published)

    def run(self, code, timeout=PATIENCE, **more):
        return self.end(self.send(code, **more), timeout)

    def ask(self, kind, timeout=PATIENCE, **content):
        """Any other request on shell: its reply's content."""
        session = self.client.session
        message = session.msg(kind, content)
        self.client.shell_channel.send(message)
        return self.await_reply(message["header"]["msg_id"], timeout)["content"]

    def interrupt(self):
        message = self.client.session.msg("interrupt_request", {})
        self.client.control_channel.send(message)
        return self.client.get_control_msg(timeout=PATIENCE)["content"]

    def memory(self):
        """Resident megabytes, 0 where the system does not say."""
        try:
            lines = pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        except OSError:
            return 0
        return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS"))

    def cpu(self):
        """Seconds of CPU used until now."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def shut_down(self, restart=False, timeout=PATIENCE):
        """Asks the kernel to end; seconds until the process was gone."""
        begin = time.perf_counter()
        self.client.shutdown(restart=restart)
        self.process.wait(timeout)
        return time.perf_counter() - begin

    def quiet(self, seconds=0.1):
        """True when nothing is published for a while."""
        try:
            self.client.get_iopub_msg(timeout=seconds)
            return False
        except Empty:
            return True

    def close(self):
        self.client.stop_channels()
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE)
        self.manager.cleanup_resources(restart=False)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
