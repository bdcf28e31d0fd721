#!/usr/bin/env python3
"""./workbook bench kernel: the figures that the kernel promises, measured beside ipykernel and a stock JJava.

Kernels take turns within each round, so that what else the host does meets all of them; figures are medians. A verdict
is 'holds', 'falls short', or 'cannot tell here' with the reason. Exit code 1 when a bar is missed.
"""
import contextlib
import pathlib
import sys
import tempfile

import bench
import code_rows
import interrupt_rows
import product_rows
import start_rows
import steady_rows
import subjects

PARTS = {"start": start_rows.GROUPS, "steady": steady_rows.GROUPS, "interrupt": interrupt_rows.GROUPS,
         "code": code_rows.GROUPS, **product_rows.PARTS}
FULL = "also what takes minutes in a fresh clone: lab's first start, an edited class, the whole test suite"


class Run:
    """What the rows ask of a run: how often, with which kernels."""

    def __init__(self, chosen, folder):
        self.quick, self.full, self.folder = chosen.quick, chosen.full, folder
        self.missing = subjects.specs(folder)
        if subjects.OURS in self.missing:
            raise bench.NotReady("our kernel is not built yet: ./workbook build")
        for name in sorted(self.missing):
            print(f"no {name} on this host: its rows cannot tell", file=sys.stderr)

    def repeats(self, usual, least=5):
        """`--quick` cuts repeats, to the least that is still a median."""
        return min(usual, least) if self.quick else usual

    def rounds(self, usual):
        return range(self.repeats(usual))

    def present(self, names):
        return [name for name in names if name not in self.missing]


@contextlib.contextmanager
def prepare(chosen):
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
        yield Run(chosen, pathlib.Path(folder))


if __name__ == "__main__":
    sys.exit(bench.main("kernel", __doc__, PARTS, prepare, FULL))
