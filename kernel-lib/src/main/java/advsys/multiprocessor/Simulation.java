package advsys.multiprocessor;

import advsys.lab.Crew;
import advsys.lab.SimulatedCpus;
import advsys.lab.Trial;
import advsys.multiprocessor.SimulatedThread.State;
import java.lang.invoke.VarHandle;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One run of programs on a [Multiprocessor]. Every shared access waits until no other CPU is earlier, then changes the
/// caches and takes its time: so the order of accesses is that of simulated time, and the same in every run.
final class Simulation implements SimulatedCpus {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();
    private static final int POLL = 1 << 14; // switches or accesses between two looks at the trial
    static final long NO_LIMIT = -1; // of time

    private static @Nullable Simulation running; // read by woven code: the simulation's strands alone run then
    private static int turnsLeft = POLL; // of loops, until the next look at the trial
    private static int place; // of the access that comes next in the source: set by woven code

    private final Multiprocessor machine;
    private final Costs costs;
    private final Trial trial;
    private final SharedMemory memory;
    private final Layouts layouts = new Layouts();
    private final IdentityHashMap<VarHandle, Integer> handles = new IdentityHashMap<>();
    private final Cpu[] cpus;
    private final Scheduler scheduler;
    private final Turns turns;
    private final Threads threads;
    private final Monitors monitors = new Monitors(this);
    private @Nullable Cpu current;
    private @Nullable Throwable thrown;
    private long handedTo = Turns.NONE; // the turn that comes next, when whoever stopped has taken it out already
    private long budget; // of accesses
    private long loopTurns; // how many more loops may turn
    private int initialising; // class initialisers in hand: together they are one step

    Simulation(Multiprocessor machine, Trial trial, long seed) {
        this.machine = machine;
        this.costs = machine.costs();
        this.trial = trial;
        this.budget = machine.budget();
        this.loopTurns = Math.max(machine.budget(), POLL);
        this.memory = new SharedMemory(machine, layouts, this::wake);
        this.cpus = new Cpu[machine.cpus()];
        for (int number = 0; number < cpus.length; number++) {
            cpus[number] = new Cpu(number, machine.cache());
        }
        this.scheduler = new Scheduler(machine.scheduling(), cpus, this::wake);
        this.turns = scheduler.turns;
        this.threads = new Threads(this, machine, seed);
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

    /// The whole life of a thread.
    void live(SimulatedThread thread, Task body) {
        try {
            body.run();
            awaitTurn(current()); // who comes next on the CPU is decided in the order of time
        } catch (Throwable any) {
            thrown = thrown == null ? Ended.by(thread, any) : thrown;
        } finally {
            Cpu cpu = current();
            threads.ended(thread);
            scheduler.leave(cpu, State.ENDED);
        }
    }

    private void loop() {
        for (long switches = 0; (handedTo != Turns.NONE || !turns.isEmpty()) && thrown == null; switches++) {
            if (switches % POLL == 0) {
                trial.poll();
            }
            long turn = handedTo == Turns.NONE ? turns.take() : handedTo;
            handedTo = Turns.NONE;
            if (Turns.cpu(turn) == Turns.CLOCK) {
                scheduler.ring();
            } else {
                resume(cpus[Turns.cpu(turn)]);
            }
        }
        if (thrown == null) {
            threads.checkAllEnded();
        }
    }

    private void resume(Cpu cpu) {
        SimulatedThread thread = running(cpu);
        current = cpu;
        place = thread.place;
        thread.strand.resume();
        thread.place = place;
    }

    private static SimulatedThread running(Cpu cpu) {
        SimulatedThread thread = cpu.thread;
        if (thread == null) {
            throw new IllegalStateException(cpu.name() + " runs nothing");
        }
        return thread;
    }

    Cpu cpu(int number) {
        return cpus[number];
    }

    Cpu current() {
        Cpu cpu = current;
        if (cpu == null) {
            throw new IllegalStateException("no CPU is running");
        }
        return cpu;
    }

    SimulatedThread thread() {
        return running(current());
    }

    Layouts layouts() {
        return layouts;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Monitors monitors() {
        return monitors;
    }

    Threads threads() {
        return threads;
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
        if (!running(cpu).strand.pause()) { // in the midst of native code: one step
            turns.remove(key);
            turns.add(next);
            handedTo = Turns.NONE;
        }
    }

    private static void stop(SimulatedThread thread) {
        if (!thread.strand.pause()) {
            throw new Ended(thread.name() + " would wait" + where() + " in the midst of native code, such as a class"
                    + " initialiser, which is one step: let it wait elsewhere");
        }
    }

    /// A loop turns once more.
    static void turn() {
        if (--turnsLeft == 0) {
            turnsLeft = POLL;
            Simulation simulation = running;
            if (simulation != null) {
                simulation.turned();
            }
        }
    }

    private void look() {
        trial.poll();
        if (HeapWatch.isFull()) {
            throw new Ended(thread().name() + " has objects" + Ended.where(new Throwable().getStackTrace())
                    + ", and the heap of this JVM is full to " + HeapWatch.PERCENT
                    + " %: the program may make objects without end. Let it use them again, or give it less to do");
        }
    }

    private void turned() {
        look();
        loopTurns -= POLL;
        if (loopTurns < 0) {
            throw new Ended("the budget of " + machine.budget() + " turns of loops is spent, and "
                    + thread().name() + " turns in one" + Ended.where(new Throwable().getStackTrace())
                    + ": the program may never end. Give it less to do, or"
                    + " the machine a larger budget");
        }
    }

    /// The next access stands at this place of the source.
    static void at(int number) {
        place = number;
    }

    static int place() {
        return place;
    }

    /// " at TasLock.lock:31": where the running thread is.
    static String where() {
        return SimulatedThread.where(place);
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
        budget--;
        if (budget % POLL == 0) {
            look(); // one CPU alone never comes back to the loop
        }
        if (budget < 0) {
            throw spent(object);
        }
        if (initialising > 0) {
            return;
        }
        Cpu here = current();
        Cpu cpu = here.time < here.sliceEnd ? here : makeRoom(here);
        Counters source = memory.at(place); // before others move it on
        MemoryLine known = lineOf(cpu, object, offset);
        long turn = Turns.key(cpu);
        if (!turns.isEmpty() && turns.first() < turn && !(mayGoAhead && goesAhead(cpu, known, store))) {
            giveWay(cpu, turn);
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
        return cpu.time - Turns.time(turns.first()) <= machine.lookAhead() && memory.goesAhead(line, cpu, store);
    }

    private Ended spent(Object object) {
        return new Ended("the budget of " + machine.budget() + " accesses is spent, and "
                + thread().name() + " is" + where() + ", on a line of "
                + object.getClass().getSimpleName()
                + ": the program may never end. Give it less to do, or the machine a larger budget");
    }

    /// The thread on `cpu` has had its quantum, and others queue.
    ///
    /// @return the CPU on which it goes on
    private Cpu makeRoom(Cpu cpu) {
        awaitTurn(cpu);
        if (cpu.time >= cpu.sliceEnd) {
            SimulatedThread thread = running(cpu);
            scheduler.requeue(cpu, thread);
            stop(thread);
        }
        return current();
    }

    /// Leaves the CPU to whoever queues.
    void yieldNow() {
        pause(SpinLoops.OTHER);
        if (initialising == 0 && scheduler.somebodyQueues()) {
            Cpu cpu = current();
            cpu.sliceEnd = cpu.time;
            makeRoom(cpu);
        }
    }

    /// A pause in a loop of which [SpinLoops] knows `kind`.
    void pause(int kind) {
        if (initialising > 0) {
            budget--;
            if (budget < 0) {
                throw spent("a class initialiser");
            }
            return;
        }
        Cpu cpu = current();
        boolean again = Spinning.pause(cpu, kind, costs.pause());
        MemoryLine line = cpu.read;
        if (again && machine.parking() && line != null && cpu.sliceEnd == Cpu.NO_END && memory.canRead(line, cpu)) {
            cpu.asleep = true;
            line.spinners |= 1L << cpu.number;
            stop(running(cpu));
        }
    }

    /// Those who slept on the line, a bit for each, go on.
    private void wake(MemoryLine line, long sleepers) {
        Cpu writer = current();
        for (long left = sleepers; left != 0; left &= left - 1) {
            wake(line, cpus[Long.numberOfTrailingZeros(left)], writer.time, writer.number);
        }
    }

    private void wake(Cpu cpu, long time, int number) {
        MemoryLine line = cpu.read;
        if (line != null) {
            line.spinners &= ~(1L << cpu.number);
            wake(line, cpu, time, number);
        }
    }

    private void wake(MemoryLine line, Cpu cpu, long time, int number) {
        budget -= Spinning.wake(cpu, line, costs, time, number);
        turns.add(Turns.key(cpu));
    }

    @Override
    public void spend(long nanos) {
        for (long left = costs.cycles(nanos); left > 0; ) {
            Cpu cpu = current();
            long step = Math.min(left, scheduler.restOfQuantum(cpu));
            cpu.notSpinning();
            cpu.time += step;
            left -= step;
            awaitTurn(cpu); // so that what the program does next happens at its time
            if (cpu.time >= cpu.sliceEnd) {
                makeRoom(cpu);
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
        Cpu cpu = current();
        SimulatedThread thread = running(cpu);
        if (initialising > 0) {
            throw new Ended(thread.name() + " would wait" + where() + " for " + waitsFor
                    + " in a class initialiser, which is one step: let it wait elsewhere");
        }
        thread.waitsFor = waitsFor;
        thread.interruptible = interruptible;
        thread.late = false;
        thread.timed = nanos != NO_LIMIT;
        if (nanos != NO_LIMIT) {
            scheduler.alarm(thread, cpu.time + costs.cycles(nanos));
        }
        cpu.notSpinning();
        scheduler.leave(cpu, State.BLOCKED);
        stop(thread);
        return thread.late;
    }

    /// `thread` goes on, no earlier than now, unless it does so already.
    void unblock(SimulatedThread thread) {
        if (thread.state == State.BLOCKED || thread.state == State.NEW) {
            Cpu cpu = current();
            scheduler.go(thread, cpu.time, cpu.number);
        }
    }

    /// A class initialiser begins, or ends. What it does is one step, which takes no time and is not counted: the JVM
    /// runs it once, whichever run comes first.
    void initialiser(boolean begins) {
        initialising += begins ? 1 : -1;
    }

    /// Where the field behind a handle lies; found out once.
    int offset(VarHandle handle, Object object) {
        return handles.computeIfAbsent(handle, unknown -> layouts.offset(unknown, object));
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
            memory.describe(profile, all, cpus, threads.all());
        }
    }
}
