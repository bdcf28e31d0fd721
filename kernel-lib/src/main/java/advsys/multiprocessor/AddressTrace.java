package advsys.multiprocessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs a trace of addresses through a machine's caches, without a program.
///
/// The form is that of the cache simulator Dinero ("din"): a line for each reference, `0` for a read, `1` for a write
/// or `2` for the fetch of an instruction, and the address in hexadecimal. A third number, if there is one, is
/// the CPU, from
/// 0. Anything behind that is a comment.
///
/// - **Guarantee** references happen in the order of the file, one at a time.
/// - **Cost** some tens of nanoseconds a reference; memory for each line of 64 bytes that is referred to.
/// - **Errors** a line of another form is refused with its number.
/// - **Source** M. Hill, *Dinero III*, University of Wisconsin, 1985 (the form).
public final class AddressTrace {
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
    private final Counters everywhere = new Counters(); // a trace has no source
    private MemoryLine[] table = new MemoryLine[1 << 12]; // open addressing, by the number of the line
    private long[] numbers = new long[table.length];
    private int lines;

    private AddressTrace(Multiprocessor machine) {
        this.machine = machine;
        this.cpus = new Cpu[machine.cpus()];
        for (int cpu = 0; cpu < cpus.length; cpu++) {
            cpus[cpu] = new Cpu(cpu, NoProgram.HERE, 0, machine.cache());
        }
        this.caches = new Caches(machine, cpus, (line, cpu) -> {});
    }

    /// Runs the trace in `file` on `machine`.
    ///
    /// @throws IOException if the file cannot be read
    /// @throws IllegalArgumentException if a line is not of the form, or names a CPU that the machine has not
    public static Counts run(Multiprocessor machine, Path file) throws IOException {
        AddressTrace trace = new AddressTrace(machine);
        try (DinReader reader = new DinReader(Files.newInputStream(file), machine.cpus())) {
            while (reader.next()) {
                trace.access(reader.cpu(), reader.address(), reader.isWrite());
            }
        }
        return trace.counts();
    }

    private void access(int number, long address, boolean store) {
        Cpu cpu = cpus[number];
        MemoryLine line = line(address >>> 6, number);
        if (caches.hits(line, cpu, store)) {
            caches.hit(line, cpu, everywhere);
        } else {
            caches.miss(line, cpu, everywhere, store);
        }
    }

    private MemoryLine line(long number, int cpu) {
        int mask = table.length - 1;
        int at = (int) ((number * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (table[at] != null) {
            if (numbers[at] == number) {
                return table[at];
            }
            at = (at + 1) & mask;
        }
        // in its set by its address, in the memory of the node that referred to it first
        MemoryLine line = new MemoryLine((int) number & 0x7fffffff, machine.node(cpu), cpus.length, "the trace");
        table[at] = line;
        numbers[at] = number;
        if (2 * ++lines > table.length) {
            grow();
        }
        return line;
    }

    private void grow() {
        MemoryLine[] before = table;
        long[] known = numbers;
        table = new MemoryLine[2 * before.length];
        numbers = new long[table.length];
        int mask = table.length - 1;
        for (int i = 0; i < before.length; i++) {
            if (before[i] != null) {
                int at = (int) ((known[i] * 0x9E3779B97F4A7C15L) >>> 40) & mask;
                while (table[at] != null) {
                    at = (at + 1) & mask;
                }
                table[at] = before[i];
                numbers[at] = known[i];
            }
        }
    }

    private Counts counts() {
        Counters all = new Counters();
        for (Cpu cpu : cpus) {
            all.add(cpu.counters);
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

    /// The CPUs of a trace run nothing.
    private enum NoProgram implements Strand {
        HERE;

        @Override
        public void resume() {}

        @Override
        public boolean pause() {
            return false;
        }
    }
}
