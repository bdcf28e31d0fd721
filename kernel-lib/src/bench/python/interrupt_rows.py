"""Interrupting what runs: how long until the cell has ended, and what still burns afterwards."""
import time

import figures
from subjects import IPYKERNEL, OURS, Subject

SPIN = "while (true) {}"
THREADS = """var spinning = new ArrayList<Thread>();
for (int i = 0; i < 3; i++) spinning.add(Thread.ofPlatform().start(() -> { while (true) {} }));
for (var each : spinning) each.join();"""
SLEEP = "Thread.sleep(60_000);"
EXPERIMENT = """import advsys.lab.*; import advsys.locks.*;
Results run = Experiment.of(new Contention()).compare("lock", TasLock::new, McsLock::new)
    .with("threads", 1, 2).repeats(1_000).run();"""
HOLDER = """var gate = new java.util.concurrent.locks.ReentrantLock();
var held = new java.util.concurrent.CountDownLatch(1);
var holder = Thread.ofPlatform().daemon().start(() -> {
    gate.lock();
    held.countDown();
    java.util.concurrent.locks.LockSupport.park();
});
held.await();"""
PYTHON = {SPIN: "while True: pass", SLEEP: "import time; time.sleep(60)"}


def interrupted(subject, code, shows=None):
    """Seconds from the interrupt to the reply, and the answer. `shows`: what the cell shows when it is well under way."""
    request = subject.send(code)
    if shows:
        subject.wait_for_text(request, shows)
    time.sleep(0.5)
    moment = []
    started = time.monotonic()
    subject.interrupt()
    answer = subject.take(request, 30, lambda: moment.append(time.monotonic()))
    return moment[0] - started, answer


def cpu_share(subject, seconds=1.0):
    """Share of one core that the idle kernel uses; None where the host does not tell."""
    before = subject.cpu_seconds()
    time.sleep(seconds)
    after = subject.cpu_seconds()
    return None if before is None or after is None else (after - before) / seconds


def settled_share(subject):
    """The share in the first second that is below the bar, and how many seconds came before; else in the last of five.

    The machine code compiler of a young virtual machine is still at what ran before, a tenth of a core for a second or
    two; a thread that runs on never stops.
    """
    share = None
    for second in range(5):
        share = cpu_share(subject)
        if share is None or share * 100 <= 2:
            break
    return share, second


def cpu_row(job, settled):
    """The row of the CPU that is used after an interrupt, from what settled_share said in each round."""
    known = [(share * 100, before) for share, before in settled if share is not None]
    if not known:
        return figures.unknown(f"CPU after it: {job}", "≤ 2 %", "no /proc")
    shares, before = zip(*known)
    more = max(before)
    return figures.at_most(f"CPU after it: {job}", shares, 2, unit="%",
                           detail=f"the JVM's own compiling took up to {more} s more" if more else "from the first second")


def stopping(bench, job, code, most):
    """Rounds of one way to be busy: time to stop, then the CPU that is still used."""
    times, peers, settled, wrong = [], [], [], []
    with Subject(OURS, bench.folder) as subject:
        subject.ready()
        subject.run("1+1")
        for _ in bench.rounds(5):
            seconds, answer = interrupted(subject, code)
            times.append(seconds)
            if answer.status != "error":
                wrong.append(f"the cell ended as {answer.status}")
            time.sleep(0.3)  # the answer's own work: not what is looked for
            settled.append(settled_share(subject))
        alive = "2" in subject.run("1+1").text()
    if code in PYTHON and IPYKERNEL not in bench.missing:
        with Subject(IPYKERNEL, bench.folder) as subject:
            subject.ready()
            subject.run("1+1")
            try:
                peers = [interrupted(subject, PYTHON[code])[0] for _ in bench.rounds(5)]
            except TimeoutError:  # its signal is lost now and then; ours is measured all the same
                peers = []
    if wrong or not alive:
        yield figures.holds(f"interrupt {job}", f"≤ {most:g} s", False, (wrong or ["the kernel does not answer"])[0])
    else:
        yield figures.at_most(f"interrupt {job}", times, most, peer=peers)
    yield cpu_row(job, settled)


def experiment(bench):
    job = "interrupt an experiment, partial results kept"
    times, settled = [], []
    for _ in bench.rounds(5):
        with Subject(OURS, bench.folder) as subject:
            subject.run("import advsys.lab.*; import advsys.locks.*;")
            seconds, answer = interrupted(subject, EXPERIMENT, shows=r"\b[1-9]\d* of \d+")
            times.append(seconds)
            kept = subject.run("run")
            if answer.status != "error" or "interrupted" not in kept.text():
                seen = f"cell {answer.status}, then run: {kept.text()[:300]!r} {kept.error()[:300]}"
                return [figures.holds(job, "≤ 0.5 s", False, seen)]
            time.sleep(0.3)
            settled.append(settled_share(subject))
    return [figures.at_most(job, times, 0.5), cpu_row("an experiment", settled)]


def parked(bench):
    job = "interrupt a thread parked in an uninterruptible lock()"
    times = []
    with Subject(OURS, bench.folder) as subject:
        subject.run(HOLDER)
        for _ in range(bench.repeats(3, least=2)):
            seconds, answer = interrupted(subject, "gate.lock();")
            times.append(seconds)
            said = answer.error() + answer.text()
            if answer.status != "error" or ".lock" not in said:
                return [figures.holds(job, "≤ 2 s", False, f"{answer.status}, without the stack: {said[:300]!r}")]
            if "2" not in subject.run("1+1").text():
                return [figures.holds(job, "≤ 2 s", False, "the kernel does not go on")]
    return [figures.at_most(job, times, 2, detail="its stack was shown, and the kernel went on")]


def endless_loop(bench):
    return stopping(bench, "while (true) {}", SPIN, 0.1)


def spinning_threads(bench):
    return stopping(bench, "three spinning threads", THREADS, 0.1)


def sleep(bench):
    return stopping(bench, "Thread.sleep", SLEEP, 0.1)


GROUPS = (endless_loop, spinning_threads, sleep, experiment, parked)
