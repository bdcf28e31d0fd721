package advsys.multiprocessor;

import advsys.lab.SimulatedCpus.Task;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The threads of a run: the crew's, and those that the program starts itself. A thread of the program's is the JDK's
/// own object, never started on the host; who runs is known by it.
final class Threads {
    static final int MOST = 4096;
    private static final int SPREAD = 64; // cycles over which the CPUs begin, by seed

    private final Simulation simulation;
    private final Multiprocessor machine;
    private final long seed;
    private final Interleaving order;
    private @Nullable Throwable thrown;
    private final List<SimulatedThread> all = new ArrayList<>();
    private final IdentityHashMap<Thread, SimulatedThread> known = new IdentityHashMap<>();
    private final IdentityHashMap<SimulatedThread, List<SimulatedThread>> joining = new IdentityHashMap<>();

    Threads(Simulation simulation, Interleaving order, Multiprocessor machine, long seed) {
        this.simulation = simulation;
        this.order = order;
        this.machine = machine;
        this.seed = seed;
    }

    /// Begins with a thread for each body, on the CPU of its number while there are enough.
    void crew(List<? extends Task> bodies) {
        String each = bodies.size() <= machine.cpus() ? "CPU " : "thread ";
        for (Task body : bodies) {
            String name = each + (all.size() + 1);
            SimulatedThread thread = add(name, Thread.ofPlatform().name(name).unstarted(() -> {}), body);
            order.scheduler.go(thread, thread.random.nextInt(SPREAD), Turns.CLOCK);
        }
    }

    /// The whole life of a thread.
    private void live(SimulatedThread thread, Task body) {
        try {
            body.run();
            order.awaitTurn(order.current()); // who comes next on the CPU is decided in the order of time
        } catch (Throwable any) {
            thrown = thrown == null ? Ended.by(thread, any) : thrown;
        } finally {
            Cpu cpu = order.current();
            List<SimulatedThread> joined = joining.remove(thread);
            if (joined != null) {
                joined.forEach(order::unblock);
            }
            order.scheduler.leave(cpu, SimulatedThread.State.ENDED);
        }
    }

    /// True when a thread has thrown, which ends the run.
    boolean hasThrown() {
        return thrown != null;
    }

    /// Throws what a thread has thrown.
    ///
    /// @throws Ended if none has, and one has not come to its end
    void rethrow() throws Exception {
        switch (thrown) {
            case null -> checkAllEnded();
            case Exception e -> throw e;
            case Error e -> throw e;
            case Throwable t -> throw new IllegalStateException(t);
        }
    }

    private SimulatedThread add(String name, Thread identity, Task body) {
        int number = all.size();
        SimulatedThread[] self = new SimulatedThread[1];
        Strand strand = machine.execution().strand(() -> live(self[0], body));
        self[0] = new SimulatedThread(number, name, strand, identity, seed, order.cpus[number % order.cpus.length]);
        all.add(self[0]);
        known.put(identity, self[0]);
        return self[0];
    }

    List<SimulatedThread> all() {
        return all;
    }

    /// Null for one that has not been started.
    @Nullable
    SimulatedThread of(Thread identity) {
        return known.get(identity);
    }

    /// @throws IllegalThreadStateException as the JDK does, if the thread has been started before
    @SuppressWarnings("DoNotCall") // what the thread does is done here, on a simulated CPU
    void start(Thread identity) {
        simulation.step();
        if (of(identity) != null) {
            throw new IllegalThreadStateException(identity.getName() + " has been started before");
        }
        if (all.size() == MOST) {
            throw new Ended(simulation.thread().name() + " starts a thread" + Interleaving.where() + ", and there have"
                    + " been " + MOST + " in this run: the program may start threads without end. Let it use them"
                    + " again");
        }
        String name = "thread " + (all.size() + 1);
        SimulatedThread thread = add(name, identity, identity::run);
        thread.place = Interleaving.place();
        simulation.unblock(thread);
    }

    private void checkAllEnded() {
        List<String> stuck = new ArrayList<>();
        for (SimulatedThread thread : all) {
            if (!thread.hasEnded()) {
                stuck.add(thread.stuck());
            }
        }
        if (!stuck.isEmpty()) {
            throw new Ended(stuck.getFirst() + (stuck.size() == 1 ? "" : others(stuck.size() - 1)));
        }
    }

    private static String others(int number) {
        return ". " + number + (number == 1 ? " more does so" : " more do so");
    }

    void join(Thread identity, long nanos) throws InterruptedException {
        simulation.step();
        SimulatedThread thread = of(identity);
        if (thread != null && !thread.hasEnded()) {
            SimulatedThread me = simulation.thread();
            throwIfInterrupted(me);
            joining.computeIfAbsent(thread, nobody -> new ArrayList<>()).add(me);
            simulation.block("the end of " + thread.name(), true, nanos);
            List<SimulatedThread> left = joining.get(thread);
            if (left != null) {
                left.remove(me);
            }
            throwIfInterrupted(me);
        }
    }

    void sleep(long nanos) throws InterruptedException {
        simulation.step();
        SimulatedThread me = simulation.thread();
        throwIfInterrupted(me);
        simulation.block("its alarm", true, Math.max(0, nanos));
        throwIfInterrupted(me);
    }

    static void throwIfInterrupted(SimulatedThread me) throws InterruptedException {
        if (me.interrupted) {
            me.interrupted = false;
            throw new InterruptedException();
        }
    }

    void interrupt(Thread identity) {
        simulation.step();
        SimulatedThread thread = of(identity);
        if (thread != null && !thread.hasEnded()) {
            thread.interrupted = true;
            if (thread.state == SimulatedThread.State.BLOCKED && thread.interruptible) {
                thread.interruptible = false;
                simulation.unblock(thread);
            }
        }
    }

    boolean isInterrupted(Thread identity, boolean clear) {
        simulation.step();
        SimulatedThread thread = of(identity);
        boolean was = thread != null && thread.interrupted;
        if (clear && thread != null) {
            thread.interrupted = false;
        }
        return was;
    }

    boolean isAlive(Thread identity) {
        simulation.step();
        SimulatedThread thread = of(identity);
        return thread != null && !thread.hasEnded();
    }

    Thread.State state(Thread identity) {
        simulation.step();
        SimulatedThread thread = of(identity);
        return thread == null
                ? Thread.State.NEW
                : switch (thread.state) {
                    case NEW, READY, RUNNING -> Thread.State.RUNNABLE;
                    case BLOCKED -> thread.timed ? Thread.State.TIMED_WAITING : Thread.State.WAITING;
                    case ENDED -> Thread.State.TERMINATED;
                };
    }
}
