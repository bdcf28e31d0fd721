"""Does code in a cell run as fast as the same code in a library? And the locks that the kernel's users measure."""
import pathlib
import re
import statistics
import subprocess
import tempfile
import types

import figures
import locks_bench
from subjects import HOME, OURS, Subject, java

SUM = """implements java.util.function.ToLongFunction<int[]> {
    public long applyAsLong(int[] values) {
        long sum = 0;
        for (int i = 0; i < values.length; i++) sum += values[i];
        return sum;
    }
}"""

RACE = """var unwoven = (java.util.function.ToLongFunction<int[]>) new java.net.URLClassLoader(
    new java.net.URL[] {java.nio.file.Path.of("%s").toUri().toURL()}).loadClass("LibrarySum")
    .getDeclaredConstructor().newInstance();
var values = new int[1 << 20];
Arrays.setAll(values, i -> i);
long time(java.util.function.ToLongFunction<int[]> sum) {
    long start = System.nanoTime(), total = 0;
    for (int i = 0; i < 64; i++) total += sum.applyAsLong(values);
    if (total != 64L * ((1L << 19) * ((1L << 20) - 1))) throw new IllegalStateException("wrong sum " + total);
    return System.nanoTime() - start;
}
var own = new CellSum();
for (int i = 0; i < %d; i++) System.out.println("RACE " + time(own) / 1e6 + " " + time(unwoven) / 1e6);"""

COPY = """import advsys.lab.*; import advsys.locks.*;
var copies = Experiment.of(new Contention())
    .subject("library", %s::new).subject("cell", CellLock::new).subject("library again", %s::new)
    .with("threads", 1).repeats(%d).run();
for (var other : List.of("cell", "library again"))
    System.out.println("RATIO " + copies.compare("acquisitionsPerMicrosecond", other, "library").medianRatio());"""


def sum_loop(bench):
    """The vectorisable loop of the study of kernels: JShell's own stop check makes it 4 to 5 times slower."""
    job = "vectorisable sum loop in a cell"
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "LibrarySum.java"
        source.write_text(f"public class LibrarySum {SUM}", encoding="utf-8")
        javac = str(pathlib.Path(java()).parent / "javac") if "/" in java() else "javac"
        subprocess.run([javac, "-d", folder, str(source)], check=True, stdin=subprocess.DEVNULL)
        with Subject(OURS, bench.folder) as subject:
            subject.run(f"class CellSum {SUM}")
            rounds = bench.repeats(40, least=30)
            answer = subject.run(RACE % (folder, rounds), 120)
            pairs = [tuple(map(float, m)) for m in re.findall(r"RACE (\S+) (\S+)", answer.text())]
            if len(pairs) != rounds:
                return [figures.holds(job, "≤ 1.25 × unwoven", False, answer.text()[:200] + answer.error()[:300])]
    settled = pairs[len(pairs) // 2:]  # before that the compilers are at work
    return [figures.compare(job, [p[0] for p in settled], [p[1] for p in settled], 1.25, "unwoven", unit="ms")]


def lock_copy(bench, name="TasLock"):
    """The library's lock beside its own source in a cell, measured by the lab."""
    job, bar = f"a cell's copy of {name}", "within 5 % of the library's"
    file = HOME / "kernel-lib/src/main/java/advsys/locks" / f"{name}.java"
    if not file.exists():
        return [figures.unknown(job, bar, f"no {file}")]
    source = file.read_text(encoding="utf-8")
    imports = "\n".join(re.findall(r"^import .*;$", source, re.MULTILINE))
    body = source[re.search(r"^(public )?(final )?class ", source, re.MULTILINE).start():]
    copy = re.sub(rf"\b{name}\b", "CellLock", body)
    ratios, controls = [], []
    for _ in bench.rounds(5):  # a kernel each: how the compilers happen to lay a loop out is one draw for each JVM
        with Subject(OURS, bench.folder) as subject:
            declared = subject.run(f"import advsys.lab.*; import advsys.locks.*;\n{imports}\n{copy}")
            answer = subject.run(COPY % (name, name, bench.repeats(31, least=15)), 180)
            found = [float(ratio) for ratio in re.findall(r"^RATIO (\S+)$", answer.text(), re.MULTILINE)]
            if declared.status != "ok" or answer.status != "ok" or len(found) != 2:
                return [figures.holds(job, bar, False, (declared.error() + answer.error() + answer.text())[:400])]
        ratios.append(found[0])
        controls.append(found[1])
    ratio = statistics.median(ratios)
    row = figures.holds(job, bar, 0.95 <= ratio <= 1.05,
                        f"ratio of throughputs, paired within a kernel: {figures.spread(ratios, '×')}; "
                        f"the library's against itself {figures.spread(controls, '×')}")
    row.ratio = ratio
    if row.verdict != figures.HOLDS and figures.busy():
        row.verdict = f"{figures.UNKNOWN}: the host is busy, load {figures.load():.1f}"
    return [row]


def uncontended(bench):
    """MCS beside `synchronized`, in three JVMs: `bench locks` has the other locks."""
    run = types.SimpleNamespace(quick=bench.quick, full=False)
    return [row for row in locks_bench.uncontended(run) if row.job.startswith("MCS")]


GROUPS = (sum_loop, lock_copy, uncontended)
