package advsys.multiprocessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs a trace of addresses through a machine's caches, without a program.
///
/// Each line of the file is a reference, in one of three forms; addresses are hexadecimal:
///
/// - *din*, of the cache simulator Dinero III: `0` for a read, `1` for a write or `2` for the fetch of an instruction,
///   and the address. A number behind it, if there is one, is the CPU, from 0. Anything behind that is a comment.
/// - Dinero IV's: `r`, `w` or `i`, the address, the size in bytes; perhaps the CPU.
/// - *Lackey*, of Valgrind: `I`, `L`, `S` or `M` for both a read and a write, the address, a comma, the size; perhaps
///   the CPU.
///
/// A reference that reaches into the next line of memory is one to each. Empty lines, and those that begin with `#` or
/// `=`, are none.
///
/// - **Guarantee** references happen in the order of the file, one at a time.
/// - **Cost** some 20 ns a reference; for each line of 64 bytes that is referred to some 100 bytes of memory.
/// - **Errors** a line of another form is refused with its number.
/// - **Source** M. Hill, *Dinero III*, University of Wisconsin, 1985; J. Edler, M. Hill, *Dinero IV*, 1998 (their
///   forms).
public final class AddressTrace {
    private static final int LINE_BITS = 6;

    /// What came out: counts of all CPUs together.
    public record Counts(
            long references,
            long hits,
            long coldMisses,
            long capacityMisses,
            long conflictMisses,
            long coherenceMisses,
            long busTransactions,
            long invalidations,
            long writeBacks) {}

    private final Multiprocessor machine;
    private final Cpu[] cpus;
    private final Caches caches;
    private final LineNumbers lines = new LineNumbers();

    private long lastAddress = -1; // no line's: those have fewer bits
    private int lastLine;

    private AddressTrace(Multiprocessor machine) {
        this.machine = machine;
        this.cpus = new Cpu[machine.cpus()];
        for (int cpu = 0; cpu < cpus.length; cpu++) {
            cpus[cpu] = new Cpu(cpu, machine.cache());
        }
        this.caches = new Caches(machine, CpusOnly.HERE);
    }

    /// Runs the trace in `file` on `machine`.
    ///
    /// @throws IOException if the file cannot be read
    /// @throws IllegalArgumentException if a line is not of the form, or names a CPU that the machine has not
    public static Counts run(Multiprocessor machine, Path file) throws IOException {
        AddressTrace trace = new AddressTrace(machine);
        try (TraceReader reader = new TraceReader(Files.newInputStream(file), machine.cpus())) {
            while (reader.next()) {
                trace.reference(reader);
            }
        }
        return trace.counts();
    }

    private void reference(TraceReader reader) {
        Cpu cpu = cpus[reader.cpu()];
        long first = reader.address() >>> LINE_BITS;
        long last = (reader.address() + reader.size() - 1) >>> LINE_BITS;
        if (reader.reads()) {
            access(cpu, first, false);
            if (last != first) {
                access(cpu, last, false);
            }
        }
        if (reader.writes()) {
            access(cpu, first, true);
            if (last != first) {
                access(cpu, last, true);
            }
        }
    }

    private void access(Cpu cpu, long address, boolean store) {
        int line = address == lastAddress ? lastLine : line(cpu, address);
        if (caches.hits(line, cpu, store)) {
            caches.hit(line, cpu);
        } else {
            caches.miss(line, cpu, store);
        }
    }

    private int line(Cpu cpu, long address) {
        int line = lines.find(address);
        if (line < 0) { // in its set by its address, in the memory of the node that referred to it first
            line = caches.add(machine.node(cpu.number), (int) address);
            lines.add(address, line);
        }
        lastAddress = address;
        lastLine = line;
        return line;
    }

    private Counts counts() {
        Counters all = new Counters();
        for (Cpu cpu : cpus) {
            all.add(cpu.counters());
        }
        return new Counts(
                all.accesses,
                all.hits(),
                all.coldMisses,
                all.capacityMisses,
                all.conflictMisses,
                all.coherenceMisses,
                all.busTransactions,
                all.invalidations,
                all.writeBacks);
    }

    /// Counts are kept by CPU, and nobody sleeps.
    private enum CpusOnly implements Caches.Watcher {
        HERE;

        @Override
        public void lost(int line, long cpus) {}

        @Override
        public void updated(int line, long cpus) {}

        @Override
        public void counted(int line, Cpu cpu, Counters what) {
            cpu.counters().add(what);
        }
    }
}
