package advsys.multiprocessor;

/// Spin parking: a CPU that does nothing but read its own copy of one line, pause and read again, turn after turn the
/// same, need not be switched to for each turn. It sleeps until it loses the copy, and then goes on where it would be.
///
///     time     ──read─pause──read─pause──read─pause── … ──read─pause──read (a miss)
///                │◀─ period ─▶│   asleep                  ▲     ▲
///                                        another's store ─┘     └─ the first read after it
///
/// When are all turns to come the same as the one that a pause ends? Its loop leaves no trace ([SpinLoops]), its only
/// access was one read, and nobody has written to that line since: so the next turn reads the same and ends in the same
/// pause. That the read belongs to the loop is known when the loop reads before it pauses; otherwise it takes a second
/// turn that is a hit on the same line.
final class Spinning {
    private Spinning() {}

    /// Notes an access.
    static void access(Cpu cpu, MemoryLine line, Counters place, boolean store, boolean hit) {
        if (!store && (cpu.read == line || cpu.reads == 0)) {
            if (cpu.read != line) { // a write to a reference costs more than a look at it
                cpu.read = line;
            }
            cpu.reads++;
            cpu.hit = hit;
            if (cpu.place != place) {
                cpu.place = place;
            }
        } else {
            cpu.notSpinning();
        }
    }

    /// Notes a pause. True when the turn that it ends is the same as all to come, until the line changes.
    static boolean pause(Cpu cpu, int kind, int cycles) {
        boolean turn = cpu.plain && cpu.reads == 1;
        boolean again = switch (kind) {
            case SpinLoops.WAITS -> turn && cpu.hit && cpu.turned == cpu.read;
            case SpinLoops.READS_THEN_WAITS -> turn;
            default -> false;
        };
        MemoryLine turned = turn && kind != SpinLoops.OTHER ? cpu.read : null;
        if (cpu.turned != turned) {
            cpu.turned = turned;
        }
        cpu.plain = true;
        cpu.reads = 0;
        cpu.time += cycles;
        return again;
    }

    /// `cpu` wakes because something happens at `time`, in the turn of `number`: its clock runs on to its first read
    /// that comes after that.
    ///
    /// @return how many reads it would have made
    static long wake(Cpu cpu, MemoryLine line, Costs costs, long time, int number) {
        cpu.asleep = false;
        long period = (long) costs.hit() + costs.pause();
        long before = time - cpu.time + (cpu.number < number ? 1 : 0); // it slept after a pause
        long done = before <= 0 ? 0 : (before + period - 1) / period;
        cpu.hits += done;
        line.hits += done;
        cpu.place.accesses += done;
        cpu.time += done * period;
        return done;
    }
}
