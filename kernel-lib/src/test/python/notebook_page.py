"""A notebook open in JupyterLab in a headless browser: clicks what a reader clicks, waits as a reader waits."""
import json
import re
import time

from lab import PROBE

# Lab itself logs this when it restarts a kernel that could be debugged
IGNORED = re.compile(r"^Could not restore the debugger state")


class NotebookPage:
    def __init__(self, browser, lab, name):
        self.lab, self.name = lab, name
        self.console, self.outside = [], []
        self.page = browser.new_page(viewport={"width": 1280, "height": 1000})
        self.page.set_default_timeout(90_000)  # for a loaded host
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.console.append(f"page error: {str(error)[:400]}"))
        self.page.route("**/*", self._gate)
        self.page.goto(lab.url(name))
        self.page.wait_for_selector(".jp-Notebook", timeout=90_000)
        self.wait(self.idle, "the kernel idle after opening", 90)
        self.refuse_dialog()

    def _heard(self, message):
        if message.type == "error" and not IGNORED.search(message.text):
            self.console.append(message.text[:400])

    def _gate(self, route):
        """Nothing but loopback: the workbook works with the network switched off."""
        if route.request.url.startswith((self.lab.base, "data:", "blob:")):
            route.continue_()
        else:
            self.outside.append(route.request.url[:200])
            route.abort()

    @staticmethod
    def idle(state):
        return state["ready"] and state["status"] == "idle" and not state["running"]

    def state(self):
        return self.page.evaluate(PROBE)

    def wait(self, condition, what, seconds):
        end = time.monotonic() + seconds
        while True:
            state = self.state()
            if state and condition(state):
                return state
            if time.monotonic() > end:
                raise AssertionError(f"{what}: not within {seconds} s: {json.dumps(state)[:600]}")
            self.page.wait_for_timeout(100)

    def refuse_dialog(self):
        dialog = self.page.locator(".jp-Dialog")
        if dialog.count():
            raise AssertionError("a dialog stands in the way: " + dialog.first.inner_text()[:200])

    def restart_and_run_all(self, seconds):
        """Kernel, Restart Kernel and Run All Cells…, Restart; gives the state when all is done."""
        self.page.locator(".lm-MenuBar-itemLabel", has_text=re.compile("^Kernel$")).click()
        self.page.locator(".lm-Menu-itemLabel", has_text="Restart Kernel and Run All Cells").click()
        self.page.locator(".jp-Dialog button.jp-mod-accept").click()
        self.page.wait_for_timeout(500)

        def over(state):
            undeclared = [e for e in state["errors"] if not e["declared"]]
            return self.idle(state) and (not state["unrun"] or undeclared)

        end = time.monotonic() + seconds
        while True:  # twice in a row: what lies between two cells looks like the end
            self.wait(over, "all cells run", max(1, end - time.monotonic()))
            self.page.wait_for_timeout(700)
            if over(self.state()):
                self.refuse_dialog()
                return self.state()

    def save(self):
        self.page.keyboard.press("Control+s")
        self.wait(lambda state: not state["unsaved"], "the notebook saved", 30)

    def run_cell(self, index):
        """Clicks into the code cell and presses Shift+Enter."""
        self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell .cm-content").nth(index).click()
        self.page.keyboard.press("Shift+Enter")

    def stop(self):
        """The toolbar's stop button."""
        self.page.locator(
            ".jp-NotebookPanel:not(.lm-mod-hidden) [data-command='notebook:interrupt-kernel']").first.click()

    def completions(self, index, text):
        """Types `text` at the end of the code cell, presses Tab, gives what is offered."""
        editor = self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell .cm-content").nth(index)
        editor.click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Tab")
        items = self.page.locator(".jp-Completer-item")
        items.first.wait_for(timeout=60_000)
        return [item.strip() for item in items.all_inner_texts()]

    def screenshot(self, file):
        """The whole notebook: the window grows to its height."""
        file.parent.mkdir(parents=True, exist_ok=True)
        height = min(int(self.state()["height"]) + 160, 16_000)  # what Lab draws around it
        self.page.set_viewport_size({"width": 1280, "height": height})
        self.page.evaluate("() => document.querySelectorAll('.jp-WindowedPanel-outer').forEach(e => e.scrollTop = 0)")
        self.page.wait_for_timeout(1000)
        self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook").screenshot(path=str(file))

    def close(self):
        self.page.close()
