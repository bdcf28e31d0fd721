package advsys.multiprocessor;

import advsys.multiprocessor.SimulatedThread.State;
import org.jspecify.annotations.Nullable;

/// Who runs just now, and who comes next: of all CPUs that can go on, the one with the least simulated time. Programs
/// are switched where they would be ahead of another, where they wait, and where they make room for another thread.
final class Interleaving {
    private static int place; // of the access that comes next in the source: set by woven code

    final Cpu[] cpus;
    final Scheduler scheduler;
    final Turns turns;
    private @Nullable Cpu current;
    private long handedTo = Turns.NONE; // the turn that comes next, when whoever stopped has taken it out already

    Interleaving(Multiprocessor machine, Scheduler.Sleepers sleepers) {
        this.cpus = new Cpu[machine.cpus()];
        for (int number = 0; number < cpus.length; number++) {
            cpus[number] = new Cpu(number, machine.cache());
        }
        this.scheduler = new Scheduler(machine.scheduling(), cpus, sleepers);
        this.turns = scheduler.turns;
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

    /// Lets the CPU whose turn it is go on, until it stops; false when there is none.
    boolean next() {
        if (handedTo == Turns.NONE && turns.isEmpty()) {
            return false;
        }
        long turn = handedTo == Turns.NONE ? turns.take() : handedTo;
        handedTo = Turns.NONE;
        if (Turns.cpu(turn) == Turns.CLOCK) {
            scheduler.ring();
        } else {
            resume(cpus[Turns.cpu(turn)]);
        }
        return true;
    }

    private void resume(Cpu cpu) {
        SimulatedThread thread = running(cpu);
        current = cpu;
        place = thread.place;
        thread.strand.resume();
        thread.place = place;
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

    private static SimulatedThread running(Cpu cpu) {
        SimulatedThread thread = cpu.thread;
        if (thread == null) {
            throw new IllegalStateException(cpu.name() + " runs nothing");
        }
        return thread;
    }

    /// Lets every CPU that is earlier go first.
    void awaitTurn(Cpu cpu) {
        long key = Turns.key(cpu);
        if (turns.first() < key) {
            giveWay(cpu, key);
        }
    }

    /// Somebody is earlier than `key`, which is the turn of `cpu`.
    void giveWay(Cpu cpu, long key) {
        long next = turns.replaceFirst(key);
        handedTo = next;
        if (!running(cpu).strand.pause()) { // in the midst of native code: one step
            turns.remove(key);
            turns.add(next);
            handedTo = Turns.NONE;
        }
    }

    /// The thread on the current CPU stops, until it is that CPU's turn, or another's that has taken it up.
    void stop(SimulatedThread thread) {
        if (!thread.strand.pause()) {
            throw new Ended(thread.name() + " would wait" + where()
                    + " in the midst of native code, which is one step: let it wait elsewhere");
        }
    }

    /// The thread on `cpu` has had its quantum, and others queue.
    ///
    /// @return the CPU on which it goes on
    Cpu makeRoom(Cpu cpu) {
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
        if (scheduler.somebodyQueues()) {
            Cpu cpu = current();
            cpu.sliceEnd = cpu.time;
            makeRoom(cpu);
        }
    }

    /// The current thread leaves its CPU until [#unblock], or until the clock says `alarm`, or until it is interrupted.
    ///
    /// @return true when the time has passed
    boolean block(String waitsFor, boolean interruptible, long alarm) {
        Cpu cpu = current();
        SimulatedThread thread = running(cpu);
        thread.waitsFor = waitsFor;
        thread.interruptible = interruptible;
        thread.late = false;
        thread.timed = alarm != Simulation.NO_LIMIT;
        if (thread.timed) {
            scheduler.alarm(thread, alarm);
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
}
