"""The kernels that are compared: ours, ipykernel, a stock JJava, and JJava with our libraries on its class path."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import zmq
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

HOME = pathlib.Path(os.environ.get("ADVSYS_HOME", ".")).resolve()
SHARED = pathlib.Path(sys.prefix) / "share" / "jupyter" / "kernels"
OURS, IPYKERNEL, JJAVA, JJAVA_LIBRARIES = "advsys", "ipykernel", "jjava", "jjava-libraries"
FLAGS = ["--add-exports", "java.base/jdk.internal.vm=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED",
         "--sun-misc-unsafe-memory-access=allow", "-Djava.awt.headless=true"]


def java():
    home = os.environ.get("JAVA_HOME")
    return str(pathlib.Path(home) / "bin" / "java") if home else "java"


def libraries():
    target = HOME / "kernel-lib" / "target"
    jars = sorted((target / "lib").glob("*.jar"))
    return [str(j) for j in (target / "kernel-lib.jar", *jars) if j.exists()]


def specs(folder):
    """Writes a kernelspec of each kernel that this host has; gives the names of those it has not."""
    found = {}
    installed = SHARED / "advsys" / "kernel.json"
    if installed.exists():
        found[OURS] = json.loads(installed.read_text(encoding="utf-8"))
    elif libraries():  # built and not installed: without its start-up cache
        found[OURS] = {"argv": [java(), *FLAGS, "-cp", os.pathsep.join(libraries()),
                                "advsys.workbook.kernel.Main", "{connection_file}"],
                       "display_name": "advsys", "language": "java", "interrupt_mode": "message"}
    if (SHARED / "python3" / "kernel.json").exists():
        found[IPYKERNEL] = json.loads((SHARED / "python3" / "kernel.json").read_text(encoding="utf-8"))
        found[IPYKERNEL]["argv"][0] = sys.executable
    stock = SHARED / "java" / "kernel.json"
    if stock.exists():
        spec = json.loads(stock.read_text(encoding="utf-8").replace("{resource_dir}", str(stock.parent)))
        spec["argv"][0] = java()
        found[JJAVA] = spec
        paths = os.pathsep.join(libraries())
        found[JJAVA_LIBRARIES] = spec | {"env": {"JJAVA_CLASSPATH": paths, "JJAVA_JVM_OPTS": "-Djava.awt.headless=true"}}
    for name, spec in found.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    return {OURS, IPYKERNEL, JJAVA, JJAVA_LIBRARIES} - found.keys()


class Answer:
    """What a cell gave: its reply, its outputs, and how long it took until it was idle."""

    def __init__(self, reply, outputs, seconds):
        self.reply, self.outputs, self.seconds = reply, outputs, seconds
        self.status = reply["content"]["status"]

    def text(self):
        streams = [o["content"]["text"] for o in self.outputs if o["msg_type"] == "stream"]
        plain = [o["content"]["data"].get("text/plain", "") for o in self.outputs if "data" in o["content"]]
        return "".join(streams) + "\n".join(plain)

    def mimes(self):
        return {m for o in self.outputs for m in o["content"].get("data", {})}

    def error(self):
        content = self.reply["content"]
        return f"{content.get('ename')}: {content.get('evalue')}\n" + "\n".join(content.get("traceback", []))


class Subject:
    """One running kernel and its client."""

    def __init__(self, name, folder):
        # 5 ms between attempts to connect: with the usual 100 ms the wait would be measured, not the kernel
        context = zmq.Context()
        context.setsockopt(zmq.RECONNECT_IVL, 5)
        context.setsockopt(zmq.LINGER, 0)
        manager = KernelSpecManager(kernel_dirs=[str(folder)], ensure_native_kernel=False)
        self.name, self.said = name, tempfile.TemporaryFile()
        self.manager = KernelManager(kernel_name=name, kernel_spec_manager=manager, context=context)
        self.started = time.monotonic()
        environment = dict(os.environ, PATH=os.path.dirname(java()) + os.pathsep + os.environ["PATH"])
        self.manager.start_kernel(env=environment, stdout=subprocess.DEVNULL, stderr=self.said)
        self.client = self.manager.client()
        self.client.start_channels()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.client.stop_channels()
        if self.manager.is_alive():
            self.manager.shutdown_kernel(now=True)
        self.manager.cleanup_resources()
        self.said.close()

    @property
    def pid(self):
        return self.manager.provisioner.process.pid

    def send(self, code):
        return self.client.execute(code, store_history=False)

    def take(self, request, seconds=60, replied=None):
        """Waits for the reply and for idle. `replied` is called when the reply is there."""
        started = time.monotonic()
        reply, outputs, idle = None, [], False
        while reply is None or not idle:
            left = seconds - (time.monotonic() - started)
            if left <= 0:
                raise TimeoutError(f"{self.name}: {'no idle' if reply else 'no reply'} within {seconds} s")
            if reply is None and self.client.shell_channel.msg_ready():
                message = self.client.get_shell_msg(timeout=1)
                if message["parent_header"].get("msg_id") == request:
                    reply = message
                    if replied:
                        replied()
            if self.client.iopub_channel.msg_ready():
                message = self.client.get_iopub_msg(timeout=1)
                if message["parent_header"].get("msg_id") == request:
                    idle |= message["content"].get("execution_state") == "idle"
                    outputs.append(message)
            else:
                poller = zmq.Poller()
                poller.register(self.client.iopub_channel.socket, zmq.POLLIN)
                if reply is None:
                    poller.register(self.client.shell_channel.socket, zmq.POLLIN)
                if not poller.poll(min(1000, max(1, left * 1000))) and not self.alive():
                    self.said.seek(0)
                    raise RuntimeError(f"{self.name} ended: {self.said.read().decode(errors='replace').strip()[-300:]}")
        return Answer(reply, outputs, time.monotonic() - started)

    def wait_for_text(self, request, pattern, seconds=60):
        """Waits until something shown because of the request matches; what is shown until then is dropped."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            message = self.client.get_iopub_msg(timeout=seconds)
            content = message["content"]
            shown = content.get("text", "") + content.get("data", {}).get("text/plain", "")
            if message["parent_header"].get("msg_id") == request and re.search(pattern, shown):
                return
        raise TimeoutError(f"{self.name}: nothing shown matches {pattern} within {seconds} s")

    def ready(self):
        """Waits until the kernel answers and what it publishes is heard: an early message may be published to nobody."""
        self.client.wait_for_ready(timeout=60)

    def run(self, code, seconds=60):
        return self.take(self.send(code), seconds)

    def interrupt(self):
        """As its kernelspec asks: by a message, or by a signal."""
        if self.manager.kernel_spec.interrupt_mode == "message":
            self.client.control_channel.send(self.client.session.msg("interrupt_request", {}))
        else:
            self.manager.interrupt_kernel()

    def alive(self):
        return self.manager.is_alive()

    def shut_down(self, seconds=10):
        """Asks the kernel to end; how long its process took, or None when it had to be killed."""
        self.manager.request_shutdown()
        started = time.monotonic()
        while time.monotonic() - started < seconds:
            if self.manager.provisioner.process.poll() is not None:
                return time.monotonic() - started
            time.sleep(0.005)
        return None

    def cpu_seconds(self):
        """CPU time of the kernel's process so far; None where the host does not tell."""
        try:
            fields = pathlib.Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        except OSError:
            return None

    def memory(self, what="VmHWM"):
        """Its resident memory in MiB, at most so far (VmHWM) or now (VmRSS)."""
        try:
            for line in pathlib.Path(f"/proc/{self.pid}/status").read_text().splitlines():
                if line.startswith(what):
                    return int(line.split()[1]) / 1024
        except OSError:
            return None
        return None
