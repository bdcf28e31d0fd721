"""The rows of a benchmark: medians, ratios, bars, verdicts, and how they are printed."""
import dataclasses
import json
import math
import os
import pathlib
import platform
import statistics

HOLDS, SHORT, UNKNOWN = "holds", "falls short", "cannot tell here"


@dataclasses.dataclass
class Row:
    """One promise: what was measured, beside which peer, against which bar."""
    job: str
    bar: str
    verdict: str
    ours: float | None = None
    peer: float | None = None
    ratio: float | None = None
    detail: str = ""  # spread, repeats, what was seen

    def as_json(self):
        row = {k: rounded(v) for k, v in dataclasses.asdict(self).items()}
        if not row["detail"]:
            del row["detail"]
        return row


def rounded(value):
    """Four significant digits: the rest is noise."""
    if isinstance(value, float) and math.isfinite(value) and value != 0:
        return round(value, max(0, 3 - math.floor(math.log10(abs(value)))))
    return value


def load():
    """How many threads want to run, by the kernel's own average; None where the host does not say."""
    try:
        return os.getloadavg()[0]
    except OSError:
        return None


def busy():
    """True when so much else runs that an absolute time says little of us."""
    average = load()
    return average is not None and average > 1.5 * (os.cpu_count() or 1)


def spread(values, unit="s"):
    return f"median {statistics.median(values):.3g} {unit} ({min(values):.3g} to {max(values):.3g}, n = {len(values)})"


def compare(job, ours, peer, most, peer_name, unit="s"):
    """Ours against a peer measured in the same rounds: the ratio of the medians, at most `most`."""
    bar = f"≤ {most:g} × {peer_name}"
    if not ours:
        return Row(job, bar, SHORT, detail="ours gave no figure")
    if not peer:
        return Row(job, bar, f"{UNKNOWN}: no {peer_name} on this host", statistics.median(ours), detail=spread(ours, unit))
    mine, other = statistics.median(ours), statistics.median(peer)
    ratio = mine / other
    return Row(job, bar, HOLDS if ratio <= most else SHORT, mine, other, ratio,
               f"{unit}: {spread(ours, unit)}; {peer_name} {spread(peer, unit)}")


def at_most(job, ours, most, unit="s", peer=None, detail=""):
    """An absolute bar. On a host that is busy with other work a miss is no verdict."""
    bar = f"≤ {most:g} {unit}"
    if not ours:
        return Row(job, bar, SHORT, detail=detail or "no figure")
    mine = statistics.median(ours)
    other = statistics.median(peer) if peer else None
    verdict = HOLDS if mine <= most else SHORT
    if verdict == SHORT and busy():
        verdict = f"{UNKNOWN}: the host is busy, load {load():.1f} on {os.cpu_count()} cores"
    return Row(job, bar, verdict, mine, other, mine / other if other else None,
               "; ".join(filter(None, [spread(ours, unit), detail])))


def holds(job, bar, true, detail=""):
    """A promise that is kept or not, without a figure."""
    return Row(job, bar, HOLDS if true else SHORT, detail=detail)


def unknown(job, bar, why):
    return Row(job, bar, f"{UNKNOWN}: {why}")


def cell(value):
    if value is None:
        return "–"
    return f"{rounded(value):g}" if isinstance(value, float) else str(value)


def print_rows(rows):
    """A table for people, then each row's detail."""
    head = ("job", "ours", "peer", "ratio", "bar", "verdict")
    lines = [(r.job, cell(r.ours), cell(r.peer), cell(r.ratio), r.bar, r.verdict) for r in rows]
    widths = [max(len(line[i]) for line in [head, *lines]) for i in range(len(head))]
    for line in [head, tuple("─" * w for w in widths), *lines]:
        print("  ".join(text.ljust(width) for text, width in zip(line, widths)).rstrip())
    print()
    for row in rows:
        if row.detail:
            print(f"{row.job}: {row.detail}")


def print_json(rows):
    print(json.dumps([row.as_json() for row in rows], indent=1, ensure_ascii=False))


def host():
    """One line on the machine, for people."""
    model = platform.processor() or platform.machine()
    info = pathlib.Path("/proc/cpuinfo")
    if info.exists():
        names = [line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
        model = names[0] if names else model
    average = load()
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, load {'unknown' if average is None else f'{average:.1f}'}"
