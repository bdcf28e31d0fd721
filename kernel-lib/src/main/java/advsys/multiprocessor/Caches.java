package advsys.multiprocessor;

import advsys.multiprocessor.protocol.Coherence;
import advsys.multiprocessor.protocol.Event;
import advsys.multiprocessor.protocol.Line;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The caches of all CPUs and what lies between them: carries out accesses, counts them, and says what they take.
final class Caches implements Coherence.Meter {
    private final Multiprocessor machine;
    private final Costs costs;
    private final Coherence coherence;
    private final BiConsumer<MemoryLine, Cpu> wake; // a spinner's copy has gone
    private final Cpu[] cpus;

    private final Counters now = new Counters(); // of the access in hand
    private long busFree;
    private @Nullable MemoryLine inHand;
    private @Nullable Cpu accessing;
    private boolean supplied; // by another cache
    private boolean fetched; // from memory
    private boolean asked; // anybody at all

    Caches(Multiprocessor machine, Cpu[] cpus, BiConsumer<MemoryLine, Cpu> wake) {
        this.machine = machine;
        this.costs = machine.costs();
        this.coherence = new Coherence(machine.protocol(), this);
        this.cpus = cpus;
        this.wake = wake;
    }

    /// True when `cpu` would touch nothing but its own copy.
    boolean hits(MemoryLine line, Cpu cpu, boolean store) {
        return store ? coherence.writesAtOnce(line.line, cpu.number) : coherence.readsAtOnce(line.line, cpu.number);
    }

    void hit(MemoryLine line, Cpu cpu, Counters place) {
        cpu.counters.accesses++;
        line.counters.accesses++;
        place.accesses++;
        line.lastUse[cpu.number] = cpu.time;
        cpu.recency.used(line);
        cpu.time += costs.hit();
    }

    /// An access that others hear of, or that changes the state of the copy.
    void miss(MemoryLine line, Cpu cpu, Counters place, boolean store) {
        now.clear();
        now.accesses = 1;
        long before = cpu.time;
        boolean held = coherence.holds(line.line, cpu.number);
        if (!held) {
            classify(line, cpu);
            makeRoom(line, cpu, place);
        }
        int hops = carryOut(line, cpu, store ? Event.STORE : Event.LOAD);
        now.upgrades = held && asked ? 1 : 0;
        now.hops = hops;
        line.lastUse[cpu.number] = before;
        cpu.recency.used(line);
        if (asked) {
            long latency = supplied ? costs.cache() : fetched ? costs.memory() : costs.upgrade();
            cpu.time = begin(line, cpu) + latency + (long) hops * costs.hop();
        } else {
            cpu.time += costs.hit();
        }
        now.stallCycles = cpu.time - before - costs.hit();
        count(line, cpu, place);
    }

    /// Adds what has just happened to the three who want to know.
    private void count(MemoryLine line, Cpu cpu, Counters place) {
        cpu.counters.add(now);
        line.counters.add(now);
        place.add(now);
        now.clear();
    }

    /// Waits until the bus, or the line's home, is free; takes it for a while.
    private long begin(MemoryLine line, Cpu cpu) {
        if (machine.protocol().bus()) {
            long start = Math.max(cpu.time, busFree);
            busFree = start + costs.bus();
            return start;
        }
        long start = Math.max(cpu.time, line.busyUntil);
        line.busyUntil = start + costs.bus();
        return start;
    }

    private int carryOut(MemoryLine line, Cpu cpu, Event wish) {
        inHand = line;
        accessing = cpu;
        supplied = false;
        fetched = false;
        asked = false;
        return coherence.access(line.line, cpu.number, wish);
    }

    /// Cold, coherence, capacity or conflict: M. Hill, A. J. Smith, IEEE Transactions on Computers 38(12), 1989. A
    /// replaced line that a cache without sets would still have was replaced by a conflict.
    private void classify(MemoryLine line, Cpu cpu) {
        switch (line.fate[cpu.number]) {
            case NEVER_HAD -> now.coldMisses++;
            case LOST -> now.coherenceMisses++;
            case REPLACED -> {
                if (cpu.recency.holds(line)) {
                    now.conflictMisses++;
                } else {
                    now.capacityMisses++;
                }
            }
        }
    }

    private void makeRoom(MemoryLine line, Cpu cpu, Counters source) {
        CacheSize size = machine.cache();
        int set = (line.number & (size.sets() - 1)) * size.ways();
        int place = set;
        for (int way = set; way < set + size.ways(); way++) {
            MemoryLine there = cpu.cache[way];
            if (there == null || !coherence.holds(there.line, cpu.number)) {
                place = way;
                break;
            }
            MemoryLine oldest = cpu.cache[place];
            if (oldest != null && there.lastUse[cpu.number] < oldest.lastUse[cpu.number]) {
                place = way;
            }
        }
        MemoryLine victim = cpu.cache[place];
        cpu.cache[place] = line;
        if (victim != null && coherence.holds(victim.line, cpu.number)) {
            Counters access = now.copy();
            now.clear();
            carryOut(victim, cpu, Event.EVICT);
            count(victim, cpu, source);
            now.add(access);
            victim.fate[cpu.number] = MemoryLine.Fate.REPLACED;
            if (asked) { // the CPU does not wait for a write-back, but the bus is busy with it
                begin(victim, cpu);
            }
        }
    }

    @Override
    public void transaction(Event request, int cpu) {
        now.busTransactions++;
        now.request(request);
        asked = true;
    }

    @Override
    public void sent(Event message, int from, int to, int requester) {
        Cpu cpu = accessing;
        if (cpu == null) {
            return;
        }
        now.messages++;
        asked |= from != to;
        boolean byCache = from < cpus.length;
        if (byCache && !machine.protocol().bus()) {
            now.request(message);
        }
        switch (message) {
            case DATA, DATA_SHARED -> {
                supplied |= byCache;
                fetched |= !byCache;
                now.interventions += byCache ? 1 : 0;
            }
            case MEM_DATA -> fetched = true;
            case WB_DATA, FLUSH, PUT, PUT_M -> now.writeBacks++;
            case WORD -> updated(to);
            default -> {}
        }
    }

    /// A copy is about to change: who spins on it has to look.
    private void updated(int cpu) {
        MemoryLine memory = inHand;
        if (memory != null) {
            wake.accept(memory, cpus[cpu]);
        }
    }

    @Override
    public void lost(Line line, int cpu) {
        MemoryLine memory = inHand;
        Cpu by = accessing;
        if (memory != null && by != null) {
            memory.fate[cpu] = MemoryLine.Fate.LOST;
            now.invalidations++;
            wake.accept(memory, cpus[cpu]);
        }
    }

    @Override
    public int node(Line line, int controller) {
        MemoryLine memory = inHand;
        return controller < cpus.length || memory == null ? machine.node(controller) : memory.home;
    }

    String state(MemoryLine line, int cpu) {
        return coherence.state(line.line, cpu);
    }
}
