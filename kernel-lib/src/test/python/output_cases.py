"""What cells print and show arrives: all of it, in order, in the right cell; and what is too much is kept in a file."""
import pathlib
import re
import tempfile

from cases import Cases
from kernel_process import PATIENCE, Kernel

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="output-cases-"))
LIMIT = 1_200_000  # what a cell may show, and some words about the rest


def lines_arrive(kernel):
    ended = kernel.run('for (int i = 0; i < 20_000; i++) System.out.println("line " + i);')
    assert ended.text().splitlines() == [f"line {i}" for i in range(20_000)]
    assert len(ended.of("stream")) < 200, len(ended.of("stream"))


def formatted_lines_arrive(kernel):
    ended = kernel.run('for (int i = 0; i < 1_000; i++) System.out.printf("%d: %.1f%n", i, i / 2.0);')
    assert ended.text().splitlines() == [f"{i}: {i / 2:.1f}" for i in range(1_000)]


def million_lines_are_kept(kernel):
    ended = kernel.run('for (int i = 0; i < 1_000_000; i++) System.out.println("line " + i);')
    text = ended.text()
    assert ended.status == "ok" and len(text) < LIMIT, len(text)
    assert text.startswith("line 0\nline 1\n") and text.endswith("line 999998\nline 999999\n"), text[-300:]
    whole = pathlib.Path(re.search(r"all of it is in (.*?)\. It ends", text).group(1))
    assert whole.read_text().splitlines() == [f"line {i}" for i in range(1_000_000)]


def hundred_megabytes_are_bounded(kernel):
    kernel.run("1")
    before = kernel.memory()
    ended = kernel.run('String row = "x".repeat(999); for (int i = 0; i < 100_000; i++) System.out.println(row);')
    assert ended.status == "ok" and len(ended.text()) < LIMIT
    assert "lines (" in ended.text() and "are not shown" in ended.text()
    assert kernel.memory() < before + 600, f"{before} MB before, {kernel.memory()} after"
    assert kernel.run("1 + 1").result == "2"


def one_long_line_is_bounded(kernel):
    ended = kernel.run('System.out.print("y".repeat(30_000_000));')
    assert ended.status == "ok" and len(ended.text()) < LIMIT
    ended = kernel.run('"z".repeat(30_000_000)')
    assert ended.status == "ok" and len(ended.result) < LIMIT + 100_000
    assert "more characters" in ended.result


def streams_keep_their_order(kernel):
    ended = kernel.run('for (int i = 0; i < 20; i++) { System.out.println("o" + i); System.err.println("e" + i); }')
    mixed = "".join(content["text"] for content in ended.of("stream"))
    assert mixed.split() == [stream + str(i) for i in range(20) for stream in "oe"], mixed
    assert ended.text("stderr").split() == [f"e{i}" for i in range(20)]


def malformed_text_survives(kernel):
    ended = kernel.run('System.out.write(new byte[] {97, (byte) 0xff, 98, (byte) 0xe2, (byte) 0x82}, 0, 5);'
                       'System.out.flush();')
    assert ended.status == "ok"
    assert ended.text() == "a\ufffdb\ufffd", ended.text()
    assert kernel.run('"\\ud800"').status == "ok"  # half a character of UTF-16
    assert kernel.run('System.out.println("aß€𝄞");').text() == "aß€𝄞\n"


def late_output_finds_its_cell(kernel):
    kernel.run("import java.util.concurrent.*; var begun = new CountDownLatch(1); var said = new CountDownLatch(1);")
    first = kernel.send("""
        Thread.ofVirtual().start(() -> {
            try { begun.await(); } catch (InterruptedException e) { }
            System.out.println("from the first");
            said.countDown();
        });""")
    kernel.end(first)
    second = kernel.send("begun.countDown(); said.await(); System.out.println(\"from the second\");")
    texts, idle = {first: "", second: ""}, False
    while not (idle and texts[first]):  # they may come in either order
        message = kernel.client.get_iopub_msg(timeout=PATIENCE)
        parent = message["parent_header"].get("msg_id")
        if message["msg_type"] == "stream" and parent in texts:
            texts[parent] += message["content"]["text"]
        idle |= parent == second and message["content"].get("execution_state") == "idle"
    assert texts == {first: "from the first\n", second: "from the second\n"}, texts
    assert kernel.await_reply(second)["content"]["status"] == "ok"


def displays_are_updated(kernel):
    ended = kernel.run("""
        String id = display("step 0");
        for (int i = 1; i <= 5; i++) updateDisplay(id, "step " + i);""")
    shown = ended.of("display_data") + ended.of("update_display_data")
    assert [content["data"]["text/plain"] for content in shown] == [f"step {i}" for i in range(6)]
    assert len({content["transient"]["display_id"] for content in shown}) == 1


def full_disk_is_said():
    # the system refuses to let files grow: what a full disk looks like from inside
    argv = ["/bin/sh", "-c", 'ulimit -f 4096; exec "$@"', "kernel"]
    from kernel_process import command
    start, variables = command()
    with Kernel(argv=argv + start, env={**variables, "JAVA_TOOL_OPTIONS": f"-Dadvsys.output={FOLDER / 'full'}"}) as kernel:
        ended = kernel.run('for (int i = 0; i < 1_000_000; i++) System.out.println("line " + i);')
        assert ended.status == "ok", ended.reply
        assert "then writing failed" in ended.text(), ended.text()[-600:]
        assert ended.text().endswith("line 999999\n")
        assert kernel.run("1 + 1").result == "2"


cases = Cases()
with Kernel() as shared:
    for case in (lines_arrive, formatted_lines_arrive, million_lines_are_kept, hundred_megabytes_are_bounded,
                 one_long_line_is_bounded, streams_keep_their_order, malformed_text_survives,
                 late_output_finds_its_cell, displays_are_updated):
        cases.run(case.__name__, case, shared)
cases.run("full_disk_is_said", full_disk_is_said)
cases.end()
