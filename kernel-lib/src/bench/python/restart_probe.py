"""usage: restart_probe.py CLONE FILE: edits a library class, builds, restarts a running kernel, prints the seconds
until a cell sees the change. Runs in the clone's own Python environment, so that its own kernel is found."""
import pathlib
import subprocess
import sys
import time

from jupyter_client.manager import start_new_kernel

clone, file = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[1]) / sys.argv[2]
mark = f"EDITED_{int(time.time() * 1000)}"
name = file.stem
package = file.parent.name


def ask(client, code):
    seen = []
    reply = client.execute_interactive(code, timeout=60, output_hook=lambda m: seen.append(str(m["content"])))
    return reply["content"]["status"], "".join(seen)


manager, client = start_new_kernel(kernel_name="advsys")
try:
    ask(client, "1+1")
    before = file.read_text(encoding="utf-8")
    end = before.rstrip().rindex("}")
    started = time.monotonic()
    file.write_text(before[:end] + f"\n    /// The bench was here.\n    public static final String {mark} = \"seen\";\n}}\n",
                    encoding="utf-8")
    built = subprocess.run(["./workbook", "build"], cwd=clone, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if built.returncode:
        sys.exit(built.stdout + built.stderr)
    manager.restart_kernel()
    client.wait_for_ready(timeout=60)
    status, text = ask(client, f"advsys.{package}.{name}.{mark}")
    seconds = time.monotonic() - started
    file.write_text(before, encoding="utf-8")
    if "seen" not in text:
        sys.exit(f"the restarted kernel does not see the change: {status} {text[:400]}")
    print(seconds)
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
