package advsys.multiprocessor;

import advsys.lab.Crew;
import advsys.lab.SimulatedCpus;
import advsys.lab.Trial;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One run of programs on a [Multiprocessor]. Every shared access waits until no other CPU is earlier, then changes the
/// caches and takes its time: so the order of accesses is that of simulated time, and the same in every run.
final class Simulation implements SimulatedCpus, Caches.Watcher {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();
    private static final int POLL = 1 << 14; // switches or accesses between two looks at the trial
    private static final int SPREAD = 64; // cycles over which the CPUs begin, by seed

    private static @Nullable Simulation running; // read by woven code: the simulation's strands alone run then
    private static int place; // of the access that comes next in the source: set by woven code

    private final Multiprocessor machine;
    private final Costs costs;
    private final Trial trial;
    private final long seed;
    private final Memory memory;
    private final Layouts layouts = new Layouts();
    private final IdentityHashMap<VarHandle, Integer> handles = new IdentityHashMap<>();
    private final Turns turns = new Turns();
    private final Monitors monitors = new Monitors(this);
    private Counters[] places = new Counters[0]; // by the number of a place
    private Counters source = new Counters(); // that of the access in hand
    private Cpu[] cpus = new Cpu[0];
    private final Caches caches;
    private @Nullable Cpu current;
    private @Nullable Throwable thrown;
    private long budget;

    Simulation(Multiprocessor machine, Trial trial, long seed) {
        this.machine = machine;
        this.costs = machine.costs();
        this.trial = trial;
        this.seed = seed;
        this.budget = machine.budget();
        this.caches = new Caches(machine, this);
        this.memory =
                new Memory(machine.cpus(), machine.cpusPerNode(), layouts, home -> caches.add(home, caches.lines()));
    }

    /// The simulation whose program calls this; null outside of any.
    static @Nullable Simulation running() {
        return running;
    }

    @Override
    public void run(List<? extends Task> bodies) throws Exception {
        if (bodies.size() > machine.cpus()) {
            throw new IllegalArgumentException(bodies.size() + " threads on " + machine.cpus()
                    + " simulated CPUs: each needs one. Take a larger machine, up to 64 CPUs, or fewer threads");
        }
        ONE_AT_A_TIME.lockInterruptibly();
        try {
            running = this;
            start(bodies);
            loop();
        } finally {
            running = null;
            ONE_AT_A_TIME.unlock();
        }
        switch (thrown) {
            case null -> {}
            case Exception e -> throw e;
            case Error e -> throw e;
            case Throwable t -> throw new IllegalStateException(t);
        }
    }

    private void start(List<? extends Task> bodies) {
        List<Cpu> made = new ArrayList<>();
        for (Task body : bodies) {
            Strand strand = machine.strand(() -> main(body));
            made.add(new Cpu(made.size(), strand, seed, machine.cache()));
        }
        cpus = made.toArray(new Cpu[0]);
        for (Cpu cpu : cpus) {
            cpu.time = cpu.random.nextInt(SPREAD);
            turns.add(Turns.key(cpu));
        }
    }

    private void main(Task body) {
        try {
            body.run();
        } catch (Throwable any) {
            thrown = thrown == null ? any : thrown;
        } finally {
            current().done = true;
        }
    }

    private void loop() {
        for (long switches = 0; !turns.isEmpty() && thrown == null; switches++) {
            if (switches % POLL == 0) {
                trial.poll();
            }
            Cpu next = cpus[Turns.cpu(turns.take())];
            current = next;
            next.strand.resume();
        }
        if (thrown == null) {
            for (Cpu cpu : cpus) {
                if (!cpu.done) {
                    throw new IllegalStateException(cpu.stuck());
                }
            }
        }
    }

    Cpu current() {
        Cpu cpu = current;
        if (cpu == null) {
            throw new IllegalStateException("no CPU is running");
        }
        return cpu;
    }

    Layouts layouts() {
        return layouts;
    }

    /// Lets every CPU that is earlier go first.
    private void awaitTurn(Cpu cpu) {
        long key = Turns.key(cpu);
        if (!turns.isEmpty() && turns.first() < key) {
            turns.add(key);
            if (!cpu.strand.pause()) {
                turns.remove(key); // a class initialiser is one step
            }
        }
    }

    private static void stop(Cpu cpu) {
        if (!cpu.strand.pause()) {
            throw new IllegalStateException(
                    cpu.name() + " would wait in a class initialiser, which is one step: let it wait elsewhere");
        }
    }

    /// The next access stands at this place of the source.
    static void at(int number) {
        place = number;
    }

    private Counters counters(int number) {
        if (number >= places.length) {
            int known = places.length;
            places = Arrays.copyOf(places, number + 64);
            Arrays.setAll(places, i -> i < known ? places[i] : new Counters());
        }
        return places[number];
    }

    /// One access by the current CPU to the byte at `offset` of `object`.
    void access(Object object, int offset, boolean store) {
        Cpu cpu = current();
        Counters here = counters(place); // before others move it on
        awaitTurn(cpu);
        budget--;
        if (budget % POLL == 0) {
            trial.poll(); // one CPU alone never comes back to the loop
        }
        if (budget < 0) {
            throw new IllegalStateException("the budget of " + machine.budget() + " accesses is spent, and "
                    + cpu.name() + " is at a line of " + object.getClass().getSimpleName()
                    + ": the program may never end. Give it less to do, or the machine a larger budget");
        }
        MemoryLine line = memory.line(object, offset, cpu.number);
        boolean hit = caches.hits(line.number, cpu, store);
        Spinning.access(cpu, line, here, store, hit);
        if (hit) {
            caches.hit(line.number, cpu);
            line.counters.accesses++;
            here.accesses++;
        } else {
            source = here;
            caches.miss(line.number, cpu, store);
            trial.step(cpu.name(), store ? line.written : line.read, () -> CacheRow.of(line, caches, cpus));
        }
    }

    @Override
    public void counted(int line, Cpu cpu, Counters what) {
        cpu.counters.add(what);
        memory.lines().get(line).counters.add(what);
        source.add(what);
    }

    /// A pause in a loop of which [SpinLoops] knows `kind`.
    void pause(int kind) {
        Cpu cpu = current();
        boolean again = Spinning.pause(cpu, kind, costs.pause());
        MemoryLine line = cpu.read;
        if (again && machine.parking() && line != null && caches.hits(line.number, cpu, false)) {
            cpu.asleep = true;
            line.spinners |= 1L << cpu.number;
            stop(cpu);
        }
    }

    /// Those who sleep on the line go on.
    @Override
    public void lost(int number, long losers) {
        MemoryLine line = memory.lines().get(number);
        long woken = losers & line.spinners;
        line.spinners &= ~losers;
        for (long left = woken; left != 0; left &= left - 1) {
            Cpu cpu = cpus[Long.numberOfTrailingZeros(left)];
            budget -= Spinning.wake(cpu, line, costs, current());
            turns.add(Turns.key(cpu));
        }
    }

    @Override
    public void spend(long nanos) {
        Cpu cpu = current();
        cpu.notSpinning();
        cpu.time += costs.cycles(nanos);
        awaitTurn(cpu); // so that what the program does next happens at its time
    }

    @Override
    public long nanos() {
        return costs.nanos(current().time);
    }

    /// The current CPU stops until [#unblock].
    void block(String waitsFor) {
        Cpu cpu = current();
        cpu.waitsFor = waitsFor;
        cpu.notSpinning();
        stop(cpu);
    }

    /// `cpu` goes on, no earlier than now.
    void unblock(Cpu cpu) {
        cpu.time = Math.max(cpu.time, current().time);
        turns.add(Turns.key(cpu));
    }

    /// Where the field behind a handle lies; found out once.
    int offset(VarHandle handle, Object object) {
        return handles.computeIfAbsent(handle, unknown -> layouts.offset(unknown, object));
    }

    SplittableRandom random() {
        Cpu cpu = current();
        cpu.notSpinning();
        return cpu.random;
    }

    Cpu[] cpus() {
        return cpus;
    }

    Monitors monitors() {
        return monitors;
    }

    @Override
    public void ended(Crew.Work work) {
        Counters all = new Counters();
        for (Cpu cpu : cpus) {
            all.add(cpu.counters);
        }
        trial.report(Traffic.of(all, work));
        Profile profile = machine.profile();
        if (profile != null) {
            profile.ended(all, Usage.byCpu(cpus), Usage.byLine(memory.lines(), layouts), Usage.bySource(places));
        }
    }
}
