"""The library on a stock JJava kernel, installed from its package: what a reader sees there."""
import os
import pathlib
import tempfile

from cases import HOME, Cases, Skip, private_jupyter
from jupyter_client.kernelspec import NoSuchKernel
from jupyter_client.manager import KernelManager

CHART = """
record Row(double acquisitionsPerMicrosecond) {}
record Spin(int threads) implements Scenario<Integer, Row> {
    public Spin() { this(1); }
    public Row run(Integer factor, Trial trial) { return new Row(factor * 10.0 / threads); }
}
"""
RUN = 'Results run = Experiment.of(new Spin()).subject("A", 1).subject("B", 2).with("threads", 1, 2).repeats(2).run();'


class Kernel:
    """A JJava kernel with the library on its class path."""

    def __init__(self, folder):
        java_home = os.environ.get("JAVA_HOME")
        target = HOME / "kernel-lib/target"
        jars = [target / "kernel-lib.jar", *sorted((target / "lib").glob("*.jar"))]
        if not jars[0].exists():
            raise Skip("no kernel-lib/target/kernel-lib.jar: run ./workbook build, or ./mvnw package")
        environment = private_jupyter(
            folder, JJAVA_CLASSPATH=os.pathsep.join(map(str, jars)), JJAVA_JVM_OPTS="-Djava.awt.headless=true"
        )
        if java_home:
            environment["PATH"] = str(pathlib.Path(java_home) / "bin") + os.pathsep + environment["PATH"]
        self.manager = KernelManager(kernel_name="java")
        self.manager.start_kernel(env=environment, cwd=str(folder))
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=120)

    def run(self, code, timeout=120):
        """Runs a cell and returns its messages of display, update, result and stream."""
        seen = []

        def hook(message):
            if message["header"]["msg_type"] in ("display_data", "update_display_data", "execute_result", "stream", "error"):
                seen.append((message["header"]["msg_type"], message["content"]))

        reply = self.client.execute_interactive(code, timeout=timeout, output_hook=hook)
        if reply["content"]["status"] != "ok":
            raise AssertionError("\n".join(reply["content"].get("traceback", [str(reply["content"])])))
        return seen

    def result(self, code):
        """The one result of a cell."""
        results = [content for kind, content in self.run(code) if kind == "execute_result"]
        assert len(results) == 1, f"{len(results)} results"
        return results[0]["data"], results[0]["metadata"]

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def nouns_are_imported(kernel):
    data, _ = kernel.result("Search.all()")
    assert "kind" in data["text/html"], data


def host_card_is_a_table(kernel):
    data, _ = kernel.result("HostCard.here()")
    assert "<table" in data["text/html"] and "cores" in data["text/plain"], data


def progress_updates_in_place(kernel):
    kernel.run(CHART)
    seen = kernel.run(RUN)
    shown = [content for kind, content in seen if kind == "display_data"]
    updates = [content for kind, content in seen if kind == "update_display_data"]
    assert len(shown) == 1, f"{len(shown)} displays: {seen}"
    assert updates, "no update"
    identity = shown[0]["transient"]["display_id"]
    assert all(each["transient"]["display_id"] == identity for each in updates)
    assert updates[-1]["metadata"]["advsys"]["progress"] == "finished", updates[-1]


def chart_is_a_picture(kernel):
    data, metadata = kernel.result('Chart.lines(run, "threads", "acquisitionsPerMicrosecond").by("subject")')
    assert data["image/png"].startswith("iVBOR"), data.keys()
    assert metadata["image/png"]["width"] == 640, metadata
    assert "acquisitions per µs" in data["text/plain"], data["text/plain"]
    assert "text/html" not in data, "html would hide the picture"


def results_are_a_table(kernel):
    data, _ = kernel.result("run")
    assert "<table" in data["text/html"] and "median" in data["text/plain"], data


def stepper_is_redrawn_from_other_cells(kernel):
    """An update goes to the cell that runs, under the name of what was shown: front ends find it by that name."""
    kernel.run("""
record Route(String router, int metric) {}
record Counting(int rounds) implements Scenario<Integer, Row> {
    public Counting() { this(6); }
    public Row run(Integer subject, Trial trial) {
        for (int i = 1; i <= rounds; i++) { int now = i; trial.step("A", "metric " + now, () -> List.of(new Route("A", now))); }
        return new Row(rounds);
    }
}""")
    shown = kernel.run('var s = Experiment.of(new Counting()).subject("x", 1).trace(1, 1).stepper();')
    displays = [content for kind, content in shown if kind == "display_data"]
    assert len(displays) == 1, shown
    identity = displays[0]["transient"]["display_id"]
    for code, step in (("s.step();", 2), ("s.step();", 3), ("s.back();", 2), ("s.at(5);", 5)):
        seen = kernel.run(code)
        assert [kind for kind, _ in seen] == ["update_display_data"], seen
        assert seen[0][1]["transient"]["display_id"] == identity
        assert seen[0][1]["metadata"]["advsys"]["stepper"] == {"step": step, "of": 6}, seen[0][1]["metadata"]
        assert f"step {step} of 6" in seen[0][1]["data"]["text/plain"]


def drawings_are_pictures(kernel):
    data, metadata = kernel.result('Diagram.sequence(Experiment.of(new Counting()).subject("x", 1).trace(1, 1))')
    assert data["image/png"].startswith("iVBOR") and "<svg" in data["image/svg+xml"], data.keys()
    assert "6  metric 6" in data["text/plain"], data["text/plain"]
    assert metadata["image/png"]["alt"], metadata


def tables_records_and_images_are_shown(kernel):
    assert "<table" in kernel.result("run.table()")[0]["text/html"]
    assert "<table" in kernel.result("List.of(new Row(1.5), new Row(2.5))")[0]["text/html"]
    image = kernel.result("new java.awt.image.BufferedImage(20, 10, java.awt.image.BufferedImage.TYPE_INT_RGB)")[0]
    assert image["image/png"].startswith("iVBOR")


def value_that_fails_leaves_the_kernel_alive(kernel):
    kernel.run('class Bad implements Shown { public Bundle shown() { throw new AssertionError("bad"); } }')
    data, _ = kernel.result("new Bad()")
    assert "could not be shown" in data["text/plain"], data
    assert kernel.result("1 + 1")[0]["text/plain"] == "2"


def plain_cells_stay_plain(kernel):
    data, _ = kernel.result('"a<b"')
    assert data == {"text/plain": "a<b"}, data


def main():
    cases = Cases()
    with tempfile.TemporaryDirectory() as folder:
        def start():
            try:
                return Kernel(pathlib.Path(folder))
            except NoSuchKernel:
                raise Skip("no JJava kernel: pip install jjava==1.0a8 into the test environment") from None

        kernel = cases.run("kernel_withTheLibrary_starts", start)
        if kernel is not None:
            try:
                for case in (nouns_are_imported, host_card_is_a_table, progress_updates_in_place, chart_is_a_picture, results_are_a_table,
                             stepper_is_redrawn_from_other_cells, drawings_are_pictures, tables_records_and_images_are_shown, value_that_fails_leaves_the_kernel_alive, plain_cells_stay_plain):
                    cases.run(case.__name__, case, kernel)
            finally:
                kernel.close()
    cases.end()


main()
