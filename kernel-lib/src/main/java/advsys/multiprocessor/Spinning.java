package advsys.multiprocessor;

/// Spin parking: a CPU that does nothing but read its own copy of one line, pause and read again, turn after turn the
/// same, need not be switched to for each turn. It sleeps until it loses the copy, and then goes on where it would be.
///
///     time     ──read─pause──read─pause──read─pause── … ──read─pause──read (a miss)
///                │◀─ period ─▶│   asleep                  ▲     ▲
///                                        another's store ─┘     └─ the first read after it
final class Spinning {
    private Spinning() {}

    /// Notes an access; `ownRead` when it was a read of the CPU's own copy.
    static void access(Cpu cpu, MemoryLine line, Counters place, boolean ownRead) {
        if (ownRead && (cpu.read == line || cpu.reads == 0)) {
            cpu.read = line;
            cpu.reads++;
            cpu.readTime = cpu.time;
            cpu.place = place;
        } else {
            cpu.notSpinning();
        }
    }

    /// Notes a pause. True when the turn that it ends was the same as the one before, so that all to come will be,
    /// until the line changes.
    static boolean pause(Cpu cpu, boolean waits, int cycles) {
        boolean turn = waits && cpu.plain && cpu.reads == 1;
        long period = turn ? cpu.time - cpu.pauseTime : 0;
        boolean again = turn && period == cpu.period;
        cpu.period = period;
        cpu.pauseTime = cpu.time;
        cpu.plain = true;
        cpu.reads = 0;
        cpu.time += cycles;
        return again;
    }

    /// `cpu` loses the line on which it sleeps to the access of `writer`: its clock runs on to its first read that
    /// comes after that access.
    ///
    /// @return how many reads it would have made
    static long wake(Cpu cpu, MemoryLine line, Cpu writer) {
        cpu.asleep = false;
        long first = cpu.readTime + cpu.period; // the read after the pause in which it fell asleep
        long before = writer.time - first + (cpu.number < writer.number ? 1 : 0);
        long done = before <= 0 ? 0 : (before + cpu.period - 1) / cpu.period;
        cpu.counters.accesses += done;
        line.counters.accesses += done;
        cpu.place.accesses += done;
        if (done > 0) {
            line.lastUse[cpu.number] = first + (done - 1) * cpu.period;
        }
        cpu.pauseTime += done * cpu.period;
        cpu.time += done * cpu.period;
        return done;
    }
}
