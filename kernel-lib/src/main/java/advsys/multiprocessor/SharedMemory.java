package advsys.multiprocessor;

import java.util.Arrays;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/// The memory of one run, with the caches in front of it: where objects lie, and what each access does and counts, for
/// its CPU, its line of memory, and its line of source.
final class SharedMemory implements Caches.Watcher {
    private final Caches caches;
    private final Memory memory;
    private final Layouts layouts;
    private final LookAhead ahead = new LookAhead();
    private final ObjLongConsumer<MemoryLine> woken; // who slept on a line and has lost it, a bit for each
    private Counters[] places = new Counters[0]; // by the number of a place in the source
    private Counters source = new Counters(); // that of the access in hand

    SharedMemory(Multiprocessor machine, Layouts layouts, ObjLongConsumer<MemoryLine> woken) {
        this.layouts = layouts;
        this.woken = woken;
        this.caches = new Caches(machine, this);
        this.memory =
                new Memory(machine.cpus(), machine.cpusPerNode(), layouts, home -> caches.add(home, caches.lines()));
    }

    /// The counters of a place in the source.
    Counters at(int place) {
        if (place >= places.length) {
            int known = places.length;
            places = Arrays.copyOf(places, place + 64);
            Arrays.setAll(places, i -> i < known ? places[i] : new Counters());
        }
        return places[place];
    }

    /// The line in which the byte at `offset` of `object` lies; null when nobody has used the object.
    @Nullable
    MemoryLine find(Object object, int offset) {
        return memory.find(object, offset);
    }

    /// The same; `cpu` uses it.
    ///
    /// @throws IllegalStateException if memory is full
    MemoryLine line(Object object, int offset, Cpu cpu) {
        if (memory.isFull()) {
            throw new IllegalStateException(cpu.name() + " uses a new "
                    + object.getClass().getSimpleName() + Interleaving.where() + ", and the machine's memory of "
                    + Memory.MOST / 16_384 + " MiB is full: the program may make objects without end. Let it use them"
                    + " again, or give it less to do");
        }
        return memory.line(object, offset, cpu.number);
    }

    /// True when `cpu` need not wait for its turn to use `line` ([LookAhead]).
    boolean goesAhead(@Nullable MemoryLine line, Cpu cpu, boolean store) {
        return line != null && ahead.goes(line, cpu, store, caches);
    }

    /// Carries out one access, which stands at `place` of the source; true for a hit.
    boolean access(MemoryLine line, Cpu cpu, Counters place, boolean store) {
        boolean hit = caches.hits(line.number, cpu, store);
        Spinning.access(cpu, line, place, store, hit);
        if (hit) {
            caches.hit(line.number, cpu);
            line.hits++;
            place.accesses++;
        } else {
            source = place;
            ahead.missed(line, cpu, store);
            caches.miss(line.number, cpu, store);
        }
        return hit;
    }

    /// True when `cpu` has a copy to read.
    boolean canRead(MemoryLine line, Cpu cpu) {
        return caches.hits(line.number, cpu, false);
    }

    @Override
    public void counted(int line, Cpu cpu, Counters what) {
        cpu.counters().add(what);
        memory.lines().get(line).counters().add(what);
        source.add(what);
    }

    @Override
    public void lost(int number, long losers) {
        wake(number, losers);
    }

    /// Who spins on its copy has to look.
    @Override
    public void updated(int number, long copies) {
        wake(number, copies);
    }

    private void wake(int number, long those) {
        MemoryLine line = memory.lines().get(number);
        long sleepers = those & line.spinners;
        if (sleepers != 0) {
            line.spinners &= ~those;
            woken.accept(line, sleepers);
        }
    }

    /// The name of the state of `cpu`'s copy.
    String state(MemoryLine line, Cpu cpu) {
        return caches.state(line.number, cpu.number);
    }

    LookAhead.Report outOfOrder() {
        return ahead.report();
    }

    void describe(Profile profile, Counters all, Cpu[] cpus, List<SimulatedThread> threads) {
        Paths paths = new Paths(profile.subject(), threads);
        profile.ended(all, Usage.byCpu(cpus), Usage.byLine(memory.lines(), layouts, paths), Usage.bySource(places));
    }
}
