"""A real JupyterLab on a free loopback port, and what a test looks at in its page."""
import json
import os
import pathlib
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

from cases import private_jupyter

# the state of the notebook in front, from Lab's own model and from what is drawn
PROBE = r"""() => {
  const panel = document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook');
  const widget = window.jupyterapp && window.jupyterapp.shell.currentWidget;
  if (!panel || !widget || !widget.context) return null;
  const drawn = [...panel.querySelectorAll('.jp-Cell')];
  const code = drawn.filter(c => c.classList.contains('jp-CodeCell'));
  const model = widget.context.model.toJSON();
  const cells = model.cells.filter(c => c.cell_type === 'code');
  const outputs = cells.flatMap(c => (c.outputs || []).map(o => ({id: c.id, tags: c.metadata.tags || [], ...o})));
  const images = [...panel.querySelectorAll('.jp-OutputArea-output img')];
  return {
    kernel: widget.sessionContext.kernelDisplayName, status: widget.sessionContext.kernelDisplayStatus,
    ready: widget.sessionContext.isReady, cells: model.cells.length, drawn: drawn.length,
    running: code.filter(c => /\*/.test(c.querySelector('.jp-InputPrompt')?.innerText || '')).length,
    unrun: cells.filter(c => c.execution_count == null && [].concat(c.source).join('').trim()).map(c => c.id),
    errors: outputs.filter(o => o.output_type === 'error')
                   .map(o => ({id: o.id, declared: o.tags.includes('raises-exception'), what: o.ename + ': ' + o.evalue})),
    stderr: outputs.filter(o => o.name === 'stderr').map(o => o.id),
    progress: outputs.map(o => o.metadata?.advsys?.progress).filter(p => p),
    charts: outputs.filter(o => o.data && o.data['image/png']).length,
    images: images.map(i => i.complete ? i.naturalWidth : 0),
    untrusted: [...widget.context.model.cells].filter(c => c.type === 'code' && !c.trusted).length,
    unsaved: widget.context.model.dirty,
    last: outputs.length ? [].concat(outputs.at(-1).data?.['text/plain'] ?? outputs.at(-1).text ?? '').join('') : '',
    steppers: outputs.filter(o => o.metadata?.advsys?.stepper)
                     .map(o => ({...o.metadata.advsys.stepper, id: o.id, text: [].concat(o.data['text/plain']).join('')})),
    drawn_steppers: [...panel.querySelectorAll('.jp-OutputArea-output')].map(e => e.innerText)
                     .filter(t => /: step \d+ of \d+/.test(t)),
    cut_tables: [...panel.querySelectorAll('.jp-OutputArea-output table')].filter(t => {
      for (let e = t.parentElement; e && e !== panel; e = e.parentElement) {
        const kept = e.getBoundingClientRect();
        if (kept.right + 1 >= t.getBoundingClientRect().right) return false;
        if (['auto', 'scroll'].includes(getComputedStyle(e).overflowX)) return kept.right > innerWidth;
      }
      return true;
    }).length,
    error_boxes: panel.querySelectorAll('.jp-RenderedMermaid.jp-mod-warning, .jupyter-widgets-error-widget').length,
    height: drawn.length ? drawn.at(-1).getBoundingClientRect().bottom - drawn[0].getBoundingClientRect().top : 0,
  };
}"""

SETTINGS = {
    # every cell is drawn, also those out of sight
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}


class Lab:
    """JupyterLab serving `folder`/work; a context that ends it, and its kernels with it."""

    def __init__(self, folder, **environment):
        self.folder = pathlib.Path(folder)
        self.work = self.folder / "work"
        self.work.mkdir(parents=True)
        for name, value in SETTINGS.items():
            file = self.folder / "settings" / (name + ".jupyterlab-settings")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(value))
        self.environment = private_jupyter(
            self.folder, JUPYTERLAB_SETTINGS_DIR=str(self.folder / "settings"),
            JUPYTERLAB_WORKSPACES_DIR=str(self.folder / "workspaces"), **environment)
        self.token = secrets.token_hex(16)

    def __enter__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.base = f"http://127.0.0.1:{free.getsockname()[1]}"
        self.log = open(self.folder / "lab.log", "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1",
             f"--port={self.base.rpartition(':')[2]}", "--ServerApp.port_retries=0", "--expose-app-in-browser",
             f"--IdentityProvider.token={self.token}", f"--ServerApp.root_dir={self.work}"],
            env=self.environment, stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT)
        started = time.monotonic()
        while True:
            try:
                urllib.request.urlopen(f"{self.base}/api?token={self.token}", timeout=2).read()
                return self
            except OSError:
                if self.process.poll() is not None or time.monotonic() - started > 120:
                    self.__exit__()
                    raise RuntimeError("JupyterLab did not start:\n" + self.log_tail()) from None
                time.sleep(0.1)

    def __exit__(self, *_):
        self.process.terminate()  # it shuts its kernels down on SIGTERM
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def log_tail(self):
        return (self.folder / "lab.log").read_text(encoding="utf-8", errors="replace")[-2500:]

    def url(self, name):
        return f"{self.base}/lab/tree/{name}?token={self.token}&reset"

    @staticmethod
    def name_of(source):
        """What a notebook of the repository is called in the served folder."""
        return f"{source.parent.name}-{source.name}"

    def add(self, source, name=None):
        """Copies a notebook, without outputs, into the served folder; gives its name there."""
        source = pathlib.Path(source)
        notebook = json.loads(source.read_text(encoding="utf-8"))
        return self.write(name or self.name_of(source), notebook)

    def copy_untrusted(self, name):
        """A copy with its outputs as if someone else had sent it: no signature of this Jupyter fits. Gives its name."""
        notebook = json.loads((self.work / name).read_text(encoding="utf-8"))
        notebook["metadata"]["sent"] = "by someone else"
        copy = f"copy-of-{name}"
        (self.work / copy).write_text(json.dumps(notebook), encoding="utf-8")
        return copy

    def write(self, name, notebook):
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell["outputs"], cell["execution_count"] = [], None
        (self.work / name).write_text(json.dumps(notebook), encoding="utf-8")
        return name


def find_chromium():
    """The browser named by ADVSYS_BROWSER, or one on PATH; None when there is none."""
    named = os.environ.get("ADVSYS_BROWSER")
    return named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
