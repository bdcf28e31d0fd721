package advsys.multiprocessor;

/// Look-ahead: a CPU that reads or writes data, in a line of memory which nobody else has used so far, need
/// not wait for those who are earlier. What it does there commutes with all that they do, unless one of
/// them uses the line for the first time, at a time when its owner has gone past: that is seen, and counted
/// as *out of order*.
///
///     CPU 1  ──w──w──w──w──w──w──┤ look-ahead      own line: does not wait
///     CPU 2  ──r                                    another line: commutes
///     CPU 3  ─────r                                 the same line, for the first time: out of order
///
/// - **Guarantee** what runs is sequentially consistent, and the same in every run with the same seed. When nothing was
///   out of order, every count, time and result is that of strict order. In a program without data races, whose CPUs do
///   not share lines by chance, nothing is: who uses another's data has synchronised with it, and what synchronises
///   (volatile fields, atomics, handles, monitors) waits for its turn.
/// - **Source** after K. Chandy, J. Misra, "Distributed simulation", IEEE TSE 5(5), 1979 (conservative look-ahead), and
/// D.
///   Jefferson, "Virtual time", ACM TOPLAS 7(3), 1985, whose stragglers are counted here, not rolled back.
final class LookAhead {
    private long outOfOrder;

    /// A column of a run with look-ahead.
    ///
    /// @param accessesOutOfOrder first uses of a line when its owner had used it at a later time already; 0 when
    ///     the run is that of strict order
    record Report(long accessesOutOfOrder) {}

    /// True when `cpu` need not wait for its turn to use `line`.
    boolean goes(MemoryLine line, Cpu cpu, boolean store, Caches caches) {
        if (line.users != 1L << cpu.number || !caches.hits(line.number, cpu, store)) {
            return false;
        }
        if (store) {
            line.writtenAhead = Turns.key(cpu);
        } else {
            line.readAhead = Turns.key(cpu);
        }
        return true;
    }

    /// `cpu` misses on `line`, at its turn.
    void missed(MemoryLine line, Cpu cpu, boolean store) {
        long turn = Turns.key(cpu);
        long me = 1L << cpu.number;
        if (line.users != me && (turn < line.writtenAhead || (store && turn < line.readAhead))) {
            outOfOrder++;
        }
        line.users |= me;
    }

    Report report() {
        return new Report(outOfOrder);
    }
}
