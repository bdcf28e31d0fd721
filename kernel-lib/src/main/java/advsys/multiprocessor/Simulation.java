package advsys.multiprocessor;

import advsys.lab.Crew;
import advsys.lab.SimulatedCpus;
import advsys.lab.Trial;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One run of programs on a [Multiprocessor]. Every shared access waits until no other CPU is earlier, then changes the
/// caches and takes its time: so the order of accesses is that of simulated time, and the same in every run.
final class Simulation implements SimulatedCpus {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();
    private static final int POLL = 1 << 14; // switches or accesses between two looks at the trial
    private static final long NOBODY = -1;
    private static final int SPREAD = 64; // cycles over which the CPUs begin, by seed

    private static @Nullable Simulation running; // read by woven code: the simulation's strands alone run then
    private static int place; // of the access that comes next in the source: set by woven code

    private final Multiprocessor machine;
    private final Costs costs;
    private final Trial trial;
    private final long seed;
    private final SharedMemory memory;
    private final Layouts layouts = new Layouts();
    private final IdentityHashMap<VarHandle, Integer> handles = new IdentityHashMap<>();
    private final Turns turns = new Turns();
    private final Monitors monitors = new Monitors(this);
    private Cpu[] cpus = new Cpu[0];
    private @Nullable Cpu current;
    private @Nullable Throwable thrown;
    private long handedTo = NOBODY; // the turn that comes next, when whoever stopped has taken it out already
    private long budget;

    Simulation(Multiprocessor machine, Trial trial, long seed) {
        this.machine = machine;
        this.costs = machine.costs();
        this.trial = trial;
        this.seed = seed;
        this.budget = machine.budget();
        this.memory = new SharedMemory(machine, layouts, this::wake);
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
        for (long switches = 0; (handedTo != NOBODY || !turns.isEmpty()) && thrown == null; switches++) {
            if (switches % POLL == 0) {
                trial.poll();
            }
            long turn = handedTo == NOBODY ? turns.take() : handedTo;
            handedTo = NOBODY;
            Cpu next = cpus[Turns.cpu(turn)];
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
            giveWay(cpu, key);
        }
    }

    private void giveWay(Cpu cpu, long key) {
        long next = turns.replaceFirst(key);
        handedTo = next;
        if (!cpu.strand.pause()) { // a class initialiser is one step
            turns.remove(key);
            turns.add(next);
            handedTo = NOBODY;
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

    /// One access by the current CPU to the byte at `offset` of `object`, which may order others: by an
    /// atomic, a handle, a monitor, a volatile field.
    void access(Object object, int offset, boolean store) {
        access(object, offset, store, false);
    }

    /// One that orders nothing: it may go ahead of others.
    void accessData(Object object, int offset, boolean store) {
        access(object, offset, store, machine.lookAhead() > 0);
    }

    private void access(Object object, int offset, boolean store, boolean mayGoAhead) {
        Cpu cpu = current();
        Counters here = memory.at(place); // before others move it on
        cpu.at = place;
        MemoryLine known = lineOf(cpu, object, offset);
        long turn = Turns.key(cpu);
        if (!turns.isEmpty() && turns.first() < turn && !(mayGoAhead && goesAhead(cpu, known, store))) {
            giveWay(cpu, turn);
        }
        budget--;
        if (budget % POLL == 0) {
            trial.poll(); // one CPU alone never comes back to the loop
        }
        if (budget < 0) {
            throw spent(cpu, object);
        }
        MemoryLine line = known != null ? known : memory.line(object, offset, cpu);
        if (!memory.access(line, cpu, here, store)) {
            trial.step(cpu.name(), line.miss(store), () -> CacheRow.of(line, memory, cpus));
        }
    }

    /// Known at once when it is the field or element that the CPU used last: a spinner's always is.
    @SuppressWarnings("ReferenceEquality") // which object it is counts, not what it says of itself
    private @Nullable MemoryLine lineOf(Cpu cpu, Object object, int offset) {
        if (object != cpu.lastObject || offset != cpu.lastOffset) {
            cpu.lastLine = memory.find(object, offset);
            cpu.lastObject = cpu.lastLine == null ? null : object;
            cpu.lastOffset = offset;
        }
        return cpu.lastLine;
    }

    private boolean goesAhead(Cpu cpu, @Nullable MemoryLine line, boolean store) {
        return cpu.time - Turns.time(turns.first()) <= machine.lookAhead() && memory.goesAhead(line, cpu, store);
    }

    private IllegalStateException spent(Cpu cpu, Object object) {
        return new IllegalStateException("the budget of " + machine.budget() + " accesses is spent, and " + cpu.name()
                + " is" + cpu.where() + ", on a line of "
                + object.getClass().getSimpleName()
                + ": the program may never end. Give it less to do, or the machine a larger budget");
    }

    /// A pause in a loop of which [SpinLoops] knows `kind`.
    void pause(int kind) {
        Cpu cpu = current();
        boolean again = Spinning.pause(cpu, kind, costs.pause());
        MemoryLine line = cpu.read;
        if (again && machine.parking() && line != null && memory.canRead(line, cpu)) {
            cpu.asleep = true;
            line.spinners |= 1L << cpu.number;
            stop(cpu);
        }
    }

    /// Those who slept on the line, a bit for each, go on.
    private void wake(MemoryLine line, long sleepers) {
        for (long left = sleepers; left != 0; left &= left - 1) {
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
        if (machine.lookAhead() > 0) {
            trial.report(memory.outOfOrder());
        }
        Profile profile = machine.profile();
        if (profile != null) {
            memory.describe(profile, all, cpus);
        }
    }
}
