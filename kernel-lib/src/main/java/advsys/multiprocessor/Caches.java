package advsys.multiprocessor;

import advsys.multiprocessor.protocol.Copies;
import advsys.multiprocessor.protocol.Effects;
import advsys.multiprocessor.protocol.Event;
import java.util.Arrays;

/// The caches of all CPUs and what lies between them: carries out accesses, counts them, and says what they take. Lines
/// are numbers.
final class Caches {
    /// Who wants to know what happens.
    interface Watcher {
        /// These CPUs, a bit for each, lose their copies of `line` to the access in hand.
        void lost(int line, long cpus);

        /// These CPUs' copies of `line` are about to change.
        void updated(int line, long cpus);

        /// What `cpu`'s access has brought about, on its own line and on one that it replaced.
        void counted(int line, Cpu cpu, Counters what);
    }

    private static final int NONE = -1;

    private final Costs costs;
    private final int hitCycles;
    private final boolean bus;
    private final Copies copies;
    private final Watcher watcher;
    private final Effects effects = new Effects();
    private final Counters now = new Counters(); // of the access in hand

    private int lines;
    private int[] home = new int[64]; // by line: the node whose memory it is
    private int[] set = new int[64]; // by line: modulo the number of sets
    private long[] had = new long[64]; // by line: the CPUs that had a copy once
    private long[] lost = new long[64]; // by line: those that lost it to another's store
    private long[] busyUntil = new long[64]; // by line: its home serves one at a time
    private long busFree;

    Caches(Multiprocessor machine, Watcher watcher) {
        this.costs = machine.costs();
        this.hitCycles = costs.hit();
        this.bus = machine.protocol().bus();
        this.watcher = watcher;
        int cpus = machine.cpus();
        this.copies = Copies.of(
                machine.protocol(),
                cpus,
                machine.cpusPerNode() >= cpus,
                (line, controller) -> controller < cpus ? machine.node(controller) : home[line]);
    }

    /// One line more, in the memory of node `at`, in the set of `number`.
    ///
    /// @return its own number
    int add(int at, int number) {
        if (lines == home.length) {
            home = Arrays.copyOf(home, 2 * lines);
            set = Arrays.copyOf(set, 2 * lines);
            had = Arrays.copyOf(had, 2 * lines);
            lost = Arrays.copyOf(lost, 2 * lines);
            busyUntil = Arrays.copyOf(busyUntil, 2 * lines);
        }
        home[lines] = at;
        set[lines] = number;
        copies.add();
        return lines++;
    }

    /// How many lines there are.
    int lines() {
        return lines;
    }

    /// True when `cpu` would touch nothing but its own copy.
    boolean hits(int line, Cpu cpu, boolean store) {
        return store ? copies.writesAtOnce(line, cpu.number) : copies.readsAtOnce(line, cpu.number);
    }

    void hit(int line, Cpu cpu) {
        cpu.hits++;
        use(line, cpu);
        cpu.time += hitCycles;
    }

    private static void use(int line, Cpu cpu) {
        if (cpu.used != line) {
            cpu.used = line;
            cpu.cache.used(line);
        }
    }

    /// An access that others hear of, or that changes the state of the copy.
    void miss(int line, Cpu cpu, boolean store) {
        long before = cpu.time;
        boolean held = copies.holds(line, cpu.number);
        if (!held) {
            makeRoom(line, cpu);
        }
        use(line, cpu);
        copies.access(line, cpu.number, store ? Event.STORE : Event.LOAD, effects);
        noteLost(line, effects.lost());
        if (effects.updated() != 0) {
            watcher.updated(line, effects.updated());
        }
        if (effects.isAsked()) {
            long latency =
                    effects.isSupplied() ? costs.cache() : effects.isFetched() ? costs.memory() : costs.upgrade();
            cpu.time = begin(line, cpu) + latency + (long) effects.hops() * costs.hop();
        } else {
            cpu.time += costs.hit();
        }
        now.accesses = 1;
        now.upgrades = held && effects.isAsked() ? 1 : 0;
        now.hops = effects.hops();
        now.stallCycles = cpu.time - before - costs.hit();
        count(line, cpu);
    }

    private void noteLost(int line, long losers) {
        if (losers != 0) {
            lost[line] |= losers;
            now.invalidations = Long.bitCount(losers);
            watcher.lost(line, losers);
        }
    }

    /// What the tables did is added to what is known already, and told.
    private void count(int line, Cpu cpu) {
        Event request = effects.request();
        if (request != null) {
            now.request(request);
        }
        now.busTransactions = effects.isTransaction() ? 1 : 0;
        now.messages = effects.messages();
        now.interventions = effects.interventions();
        now.writeBacks = effects.writeBacks();
        watcher.counted(line, cpu, now);
        now.clear();
    }

    /// Waits until the bus, or the line's home, is free; takes it for a while.
    private long begin(int line, Cpu cpu) {
        if (bus) {
            long start = Math.max(cpu.time, busFree);
            busFree = start + costs.bus();
            return start;
        }
        long start = Math.max(cpu.time, busyUntil[line]);
        busyUntil[line] = start + costs.bus();
        return start;
    }

    /// The line comes into the cache, and perhaps another has to go.
    private void makeRoom(int line, Cpu cpu) {
        boolean inOneWithoutSets = cpu.cache.wouldHoldWithoutSets(line);
        int victim = cpu.cache.add(line, set[line], copies);
        long me = 1L << cpu.number;
        if (victim != NONE) {
            copies.access(victim, cpu.number, Event.EVICT, effects);
            lost[victim] &= ~me;
            if (effects.isAsked()) { // the CPU does not wait for a write-back, but the bus is busy with it
                begin(victim, cpu);
            }
            count(victim, cpu);
        }
        classify(line, me, inOneWithoutSets);
        had[line] |= me;
        lost[line] &= ~me;
    }

    /// Cold, coherence, capacity or conflict: M. Hill, A. J. Smith, IEEE Transactions on Computers 38(12), 1989. A
    /// replaced line that a cache without sets would still have was replaced by a conflict.
    private void classify(int line, long me, boolean inOneWithoutSets) {
        if ((had[line] & me) == 0) {
            now.coldMisses = 1;
        } else if ((lost[line] & me) != 0) {
            now.coherenceMisses = 1;
        } else if (inOneWithoutSets) {
            now.conflictMisses = 1;
        } else {
            now.capacityMisses = 1;
        }
    }

    String state(int line, int cpu) {
        return copies.state(line, cpu);
    }
}
