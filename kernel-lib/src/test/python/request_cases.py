"""Requests beside plain cells: the queue, interrupts, completion while a cell runs, questions, expressions, history."""
import time

from cases import Cases
from kernel_process import PATIENCE, Kernel


def queue_is_aborted(kernel):
    requests = [kernel.send(code) for code in
                ("1", 'Thread.sleep(300); throw new IllegalStateException("on purpose");', "2", "3")]
    assert [kernel.end(request).status for request in requests] == ["ok", "error", "aborted", "aborted"]
    assert kernel.run("4").result == "4"


def queue_goes_on_when_asked(kernel):
    requests = [kernel.send('Thread.sleep(300); throw new IllegalStateException("on purpose");', stop_on_error=False),
                kernel.send("2")]
    assert [kernel.end(request).status for request in requests] == ["error", "ok"]


def interrupt_ends(kernel, code):
    request = kernel.send(code)
    kernel.await_running(request)
    time.sleep(0.5)  # until the loops are compiled
    assert kernel.interrupt()["status"] == "ok"
    ended = kernel.end(request)
    assert ended.status == "error", ended.reply
    assert kernel.run("1 + 1").result == "2"
    used = 1
    for _ in range(20):  # the virtual machine may still compile for a while; a thread that runs on never stops
        before = kernel.cpu()
        time.sleep(0.5)
        used = kernel.cpu() - before
        if used < 0.1:
            return
    raise AssertionError(f"{used:.2f} s of CPU in half a second, ten seconds after the interrupt")


def interrupt_before_the_cell_starts(kernel):
    for _ in range(5):  # at whatever moment it comes, the cell must not run on
        request = kernel.send("while (true) { }")
        assert kernel.interrupt()["status"] == "ok"
        try:
            ended = kernel.end(request, timeout=2)
        except Exception:  # the interrupt came before the request was known: the next must find the cell
            assert kernel.interrupt()["status"] == "ok"
            ended = kernel.end(request)
        assert ended.status == "error"


def completes_while_busy(kernel):
    kernel.run('String word = "a word";')
    request = kernel.send("Thread.sleep(60_000);")
    kernel.await_running(request)
    for _ in range(3):
        begin = time.perf_counter()
        answer = kernel.ask("complete_request", code="word.isBl", cursor_pos=9)
        took = time.perf_counter() - begin
    assert answer["matches"] == ["isBlank()"], answer
    types = answer["metadata"]["_jupyter_types_experimental"]
    assert types[0]["text"] == "isBlank()" and types[0]["type"], types
    assert took < 30, f"{took:.2f} s"  # the bench says how fast; here: not only after the cell
    assert kernel.ask("inspect_request", code="word.isBlank", cursor_pos=12, detail_level=0)["found"]
    assert kernel.ask("is_complete_request", code="class A {")["status"] == "incomplete"
    kernel.interrupt()
    assert kernel.end(request).status == "error"


def cursor_counts_characters(kernel):
    kernel.run('String word = "a word";')
    code = '"𝄞𝄞𝄞" + word.isBl'
    answer = kernel.ask("complete_request", code=code, cursor_pos=len(code))  # Python counts code points too
    assert answer["matches"] == ["isBlank()"], answer
    assert (answer["cursor_start"], answer["cursor_end"]) == (len(code) - 4, len(code)), answer


def questions_are_answered(kernel):
    request = kernel.send("String line = new java.util.Scanner(System.in).nextLine(); line.length()", allow_stdin=True)
    question = kernel.client.get_stdin_msg(timeout=PATIENCE)
    assert question["msg_type"] == "input_request" and not question["content"]["password"]
    kernel.client.input("fünf5")
    ended = kernel.end(request)
    assert ended.result == "5", ended.reply


def questions_nobody_answers_fail(kernel):
    ended = kernel.run("new java.util.Scanner(System.in).nextLine()", allow_stdin=False)
    assert ended.status == "error", ended.reply
    assert kernel.run("1 + 1").result == "2"


def silent_cells_leave_no_trace(kernel):
    before = kernel.run("1").reply["execution_count"]
    ended = kernel.run("1 + 1", silent=True)
    assert ended.status == "ok" and not ended.of("execute_input", "execute_result", "error"), ended.published
    assert kernel.run("1").reply["execution_count"] == before + 1
    kernel.run("7 * 6", store_history=False)
    codes = [row[2] for row in kernel.ask("history_request", hist_access_type="tail", n=2, output=False, raw=True)[
        "history"]]
    assert codes == ["1", "1"], codes


def expressions_are_evaluated(kernel):
    ended = kernel.run("int a = 20;", user_expressions={"b": "a + 1", "c": "nothing", "d": "a +"})
    values = ended.reply["user_expressions"]
    assert values["b"]["status"] == "ok" and values["b"]["data"]["text/plain"] == "21", values
    assert values["c"]["status"] == "error" and values["d"]["status"] == "error", values


def unknown_comms_are_closed(kernel):
    client = kernel.client
    message = client.session.msg("comm_open", {"comm_id": "c", "target_name": "nobody", "data": {}})
    client.shell_channel.send(message)
    kernel.await_published(message["header"]["msg_id"], until=lambda m: m["msg_type"] == "comm_close")
    assert kernel.ask("comm_info_request")["comms"] == {}


def faults_leave_the_kernel_alive(kernel):
    for code in (
        'class Bad { public String toString() { throw new AssertionError("in toString"); } } new Bad()',
        "List<long[]> all = new ArrayList<>(); while (true) all.add(new long[10_000_000]);",
        "int deep(int n) { return deep(n + 1) + 1; } deep(0)",
        "System.exit(3);",
        "Runtime.getRuntime().halt(3);",
        "System.out.close();",
        "int x = " + "(" * 10_000 + "1" + ")" * 10_000 + ";",
    ):
        kernel.run(code)
        ended = kernel.run('System.out.println("alive"); 1 + 1')
        assert (ended.result, ended.text()) == ("2", "alive\n"), f"after {code[:60]}: {ended.reply} {ended.text()}"


cases = Cases()
with Kernel(options=["-Xmx512m"]) as shared:
    for case in (queue_is_aborted, queue_goes_on_when_asked, completes_while_busy, cursor_counts_characters,
                 questions_are_answered, questions_nobody_answers_fail, silent_cells_leave_no_trace,
                 expressions_are_evaluated, unknown_comms_are_closed, interrupt_before_the_cell_starts,
                 faults_leave_the_kernel_alive):
        cases.run(case.__name__, case, shared)
    for name, code in {
        "a sleep": "Thread.sleep(60_000);",
        "a loop": "while (true) { }",
        "threads": "for (int i = 0; i < 3; i++) new Thread(() -> { while (true) { } }).start(); while (true) { }",
    }.items():
        cases.run(f"interrupt_ends_{name.replace(' ', '_')}", interrupt_ends, shared, code)
cases.end()
