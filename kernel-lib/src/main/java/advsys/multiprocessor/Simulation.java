package advsys.multiprocessor;

import advsys.lab.Crew;
import advsys.lab.SimulatedCpus;
import advsys.lab.Trial;
import java.lang.invoke.VarHandle;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One run of programs on a [Multiprocessor]. Every shared access waits until no other CPU is earlier
/// ([Interleaving]), then changes the caches and takes its time: so the order of accesses is that of simulated time,
/// and
/// the same in every run.
final class Simulation implements SimulatedCpus {
    static final long NO_LIMIT = -1; // of time
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private static @Nullable Simulation running; // read by woven code: the simulation's strands alone run then

    private final Multiprocessor machine;
    private final Costs costs;
    private final int lookAhead;
    private final Trial trial;
    private final Layouts layouts = new Layouts();
    private final SharedMemory memory;
    private final IdentityHashMap<VarHandle, Integer> handles = new IdentityHashMap<>();
    private @Nullable VarHandle lastHandle; // of a field
    private int lastOffset;
    private final Interleaving order;
    private final Cpu[] cpus;
    private final Turns turns;
    private final SpinParking sleepers;
    private final Threads threads;
    private final Monitors monitors = new Monitors(this);
    private final Budget budget;
    private int initialising; // class initialisers in hand: together they are one step

    Simulation(Multiprocessor machine, Trial trial, long seed) {
        this.machine = machine;
        this.costs = machine.costs();
        this.lookAhead = machine.execution().lookAhead();
        this.trial = trial;
        this.memory =
                new SharedMemory(machine, layouts, (line, those) -> sleepers().wake(line, those));
        this.order = new Interleaving(machine, (cpu, time, number) -> sleepers().wake(cpu, time, number));
        this.cpus = order.cpus;
        this.turns = order.turns;
        this.threads = new Threads(this, order, machine, seed);
        this.budget = new Budget(machine.execution().budget(), trial, this);
        this.sleepers = new SpinParking(machine, order, memory, budget);
    }

    private SpinParking sleepers() {
        return sleepers;
    }

    /// The simulation whose program calls this; null outside of any.
    static @Nullable Simulation running() {
        return running;
    }

    @Override
    public void run(List<? extends Task> bodies) throws Exception {
        ONE_AT_A_TIME.lockInterruptibly();
        try {
            running = this;
            threads.crew(bodies);
            long switches = 0;
            do {
                budget.switches(switches++);
            } while (order.next() && !threads.hasThrown());
        } finally {
            running = null;
            ONE_AT_A_TIME.unlock();
        }
        threads.rethrow();
    }

    Cpu current() {
        return order.current();
    }

    SimulatedThread thread() {
        return order.thread();
    }

    Layouts layouts() {
        return layouts;
    }

    Monitors monitors() {
        return monitors;
    }

    Threads threads() {
        return threads;
    }

    /// Loops of the program have turned [Budget#LOOK] times more.
    void turned() {
        budget.turned();
    }

    /// One access by the current CPU to the byte at `offset` of `object`, which may order others: by an
    /// atomic, a handle, a monitor, a volatile field.
    void access(Object object, int offset, boolean store) {
        access(object, offset, store, false);
    }

    /// One that orders nothing: it may go ahead of others.
    void accessData(Object object, int offset, boolean store) {
        access(object, offset, store, lookAhead > 0);
    }

    private void access(Object object, int offset, boolean store, boolean mayGoAhead) {
        budget.access(object);
        if (initialising > 0) {
            return;
        }
        Cpu here = order.current();
        Cpu cpu = here.time < here.sliceEnd ? here : order.makeRoom(here);
        Counters source = memory.at(Interleaving.place()); // before others move it on
        MemoryLine known = lineOf(cpu, object, offset);
        long turn = Turns.key(cpu);
        if (turns.first() < turn && !(mayGoAhead && goesAhead(cpu, known, store))) {
            order.giveWay(cpu, turn);
        }
        MemoryLine line = known != null ? known : memory.line(object, offset, cpu);
        if (!memory.access(line, cpu, source, store)) {
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
        return cpu.time - Turns.time(turns.first()) <= lookAhead && memory.goesAhead(line, cpu, store);
    }

    /// A pause in a loop of which [SpinLoops] knows `kind`.
    void pause(int kind) {
        if (initialising > 0) {
            budget.access("a class initialiser");
            return;
        }
        sleepers.pause(kind);
    }

    /// Leaves the CPU to whoever queues.
    void yieldNow() {
        pause(SpinLoops.OTHER);
        if (initialising == 0) {
            order.yieldNow();
        }
    }

    @Override
    public void spend(long nanos) {
        for (long left = costs.cycles(nanos); left > 0; ) {
            Cpu cpu = current();
            long step = Math.min(left, order.scheduler.restOfQuantum(cpu));
            cpu.notSpinning();
            cpu.time += step;
            left -= step;
            order.awaitTurn(cpu); // so that what the program does next happens at its time
            if (cpu.time >= cpu.sliceEnd) {
                order.makeRoom(cpu);
            }
        }
    }

    /// The least time there is passes; nobody is earlier then.
    void step() {
        if (initialising == 0) {
            spend(0);
        }
    }

    @Override
    public long nanos() {
        return costs.nanos(current().time);
    }

    /// The current thread leaves its CPU until [#unblock], or until `nanos` have passed, or until it is interrupted.
    ///
    /// @return true when the time has passed
    boolean block(String waitsFor, boolean interruptible, long nanos) {
        if (initialising > 0) {
            throw new Ended(thread().name() + " would wait" + Interleaving.where() + " for " + waitsFor
                    + " in a class initialiser, which is one step: let it wait elsewhere");
        }
        return order.block(
                waitsFor, interruptible, nanos == NO_LIMIT ? NO_LIMIT : current().time + costs.cycles(nanos));
    }

    /// `thread` goes on, no earlier than now, unless it does so already.
    void unblock(SimulatedThread thread) {
        order.unblock(thread);
    }

    /// A class initialiser begins, or ends. What it does is one step, which takes no time and is not counted: the JVM
    /// runs it once, whichever run comes first.
    void initialiser(boolean begins) {
        initialising += begins ? 1 : -1;
    }

    int processors() {
        return initialising > 0 ? Multiprocessor.MOST_CPUS : cpus.length;
    }

    /// True for the handle whose field was looked for last.
    @SuppressWarnings("ReferenceEquality")
    boolean isLast(VarHandle handle) {
        return handle == lastHandle;
    }

    /// Where the field behind a handle lies; found out once.
    @SuppressWarnings("ReferenceEquality")
    int offset(VarHandle handle, Object object) {
        if (handle != lastHandle) {
            lastOffset = handles.computeIfAbsent(handle, unknown -> layouts.offset(unknown, object));
            lastHandle = handle;
        }
        return lastOffset;
    }

    @Override
    public void ended(Crew.Work work) {
        Counters all = new Counters();
        for (Cpu cpu : cpus) {
            all.add(cpu.counters());
        }
        trial.report(Traffic.of(all, work));
        if (lookAhead > 0) {
            trial.report(memory.outOfOrder());
        }
        Profile profile = machine.execution().profile();
        if (profile != null) {
            memory.describe(profile, all, cpus, threads.all());
        }
    }
}
