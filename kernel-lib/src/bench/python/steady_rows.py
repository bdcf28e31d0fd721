"""A kernel in use: small cells, much output, completion while a cell runs."""
import contextlib
import pathlib
import re
import time

import figures
from subjects import IPYKERNEL, JJAVA, OURS, Subject

PRINTLN = {OURS: "for (int i = 0; i < 20_000; i++) System.out.println(i);", IPYKERNEL: "for i in range(20000): print(i)"}
PRINTF = {OURS: 'for (int i = 0; i < 1_000; i++) System.out.printf("%d of %s%n", i, "many");',
          IPYKERNEL: "for i in range(1000): print('%d of %s' % (i, 'many'))"}
MILLION = 'for (int i = 0; i < 1_000_000; i++) System.out.println("line " + i);'
MEMORY_BOUND = 512  # MiB that a million lines may add to the kernel


def small_cells(bench):
    """Cells 251 to 300 of `1+1`, the kernels taking turns cell by cell."""
    names = bench.present((OURS, IPYKERNEL, JJAVA))
    times = {name: [] for name in (OURS, IPYKERNEL, JJAVA)}
    with contextlib.ExitStack() as stack:
        subjects = [stack.enter_context(Subject(name, bench.folder)) for name in names]
        for number in range(1, 301):
            for subject in subjects:
                seconds = subject.run("1+1").seconds
                if number > 250:
                    times[subject.name].append(seconds)
    yield figures.compare("1+1, cells 251–300", times[OURS], times[IPYKERNEL], 6, "ipykernel")
    yield figures.compare("1+1, cells 251–300", times[OURS], times[JJAVA], 0.3, "JJava")


def lines_of(answer):
    return "".join(o["content"]["text"] for o in answer.outputs if o["msg_type"] == "stream").splitlines()


def printed(bench, code, count):
    """Seconds by kernel for a cell that prints `count` lines, and what got lost."""
    names = bench.present((OURS, IPYKERNEL))
    times, lost = {OURS: [], IPYKERNEL: []}, []
    with contextlib.ExitStack() as stack:
        subjects = [stack.enter_context(Subject(name, bench.folder)) for name in names]
        for subject in subjects:
            subject.run(code[subject.name])  # warm-up
        for _ in bench.rounds(7):
            for subject in subjects:
                answer = subject.run(code[subject.name])
                times[subject.name].append(answer.seconds)
                arrived = len(lines_of(answer))
                if subject.name == OURS and (arrived != count or answer.status != "ok"):
                    lost.append(f"{arrived} of {count} lines, status {answer.status}")
    return times, lost


def output(bench):
    times, lost = printed(bench, PRINTLN, 20_000)
    yield figures.holds("20 000 println: all arrive, cell ends", "all", not lost, "; ".join(lost[:1]))
    yield figures.compare("20 000 println", times[OURS], times[IPYKERNEL], 2.5, "ipykernel")
    times, lost = printed(bench, PRINTF, 1_000)
    yield figures.holds("1 000 printf: all arrive", "all", not lost, "; ".join(lost[:1]))
    yield figures.at_most("1 000 printf", times[OURS], 0.2, peer=times[IPYKERNEL])


def million(bench):
    job, bar = "10⁶ lines", f"≤ {MEMORY_BOUND} MiB more; the cap says where the whole text is, and it is there"
    with Subject(OURS, bench.folder) as subject:
        subject.run(PRINTLN[OURS])
        before = subject.memory()
        answer = subject.run(MILLION, 120)
        after = subject.memory()
        shown = "\n".join(lines_of(answer))
        whole = None
        for word in re.findall(r"/\S+", shown):
            file = pathlib.Path(word.rstrip(".,;:)'\""))
            if file.is_file():
                whole = sum(1 for _ in file.open(encoding="utf-8", errors="replace"))
        grown = None if before is None else after - before
        told = (f"{answer.seconds:.2f} s, {len(shown):,} characters shown, memory "
                f"{'unknown' if grown is None else f'+{grown:.0f} MiB'}, whole text: {whole} lines")
        good = (answer.status == "ok" and len(shown) < 4_000_000 and whole is not None and whole >= 1_000_000
                and (grown is None or grown <= MEMORY_BOUND) and subject.run("1+1").status == "ok")
        row = figures.holds(job, bar, good, told)
        row.ours = grown
        yield row


def completion(bench):
    """`Math.fl` completed while a cell runs."""
    times = []
    with Subject(OURS, bench.folder) as subject:
        subject.run("1+1")
        request = subject.send("Thread.sleep(8_000)")
        time.sleep(0.3)
        for _ in range(bench.repeats(10, least=5)):
            started = time.monotonic()
            asked = subject.client.complete("Math.fl", 7)
            reply = subject.client.get_shell_msg(timeout=10)
            while reply["parent_header"].get("msg_id") != asked:
                reply = subject.client.get_shell_msg(timeout=10)
            times.append(time.monotonic() - started)
            if "floor" not in " ".join(reply["content"]["matches"]):
                yield figures.holds("completion while a cell runs", "≤ 0.05 s", False, str(reply["content"])[:200])
                return
        subject.interrupt()
        subject.take(request)
    yield figures.at_most("completion while a cell runs", times, 0.05)


GROUPS = (small_cells, output, million, completion)
