package advsys.multiprocessor;

import advsys.multiprocessor.SimulatedThread.State;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Which thread runs on which CPU, and when.
///
/// **Policy.** A thread that can go on takes the CPU on which it ran last, if that is idle, else the idle one of least
/// number. When none is, it queues behind all others that wait for a CPU: one queue for the machine. A thread that
/// blocks, yields or ends leaves its CPU to the first in the queue. While somebody queues, a thread that has had its
/// CPU for a quantum goes to the end of the queue: round robin. A CPU that takes up another thread than it ran last
/// pays for the switch.
///
///     CPU 1  ──A──┤quantum│──C──┤blocks│──B── …
///     CPU 2  ──B──┤quantum│──A────────────── …
///     queue    C      A B    B
///
/// While there are no more threads than CPUs nobody queues, and each stays where it began.
final class Scheduler {
    /// Ends one wait of one thread.
    private record Alarm(long time, long order, SimulatedThread thread, int ofWait) implements Comparable<Alarm> {
        @Override
        public int compareTo(Alarm other) {
            return time != other.time ? Long.compare(time, other.time) : Long.compare(order, other.order);
        }
    }

    /// Who must be told that CPUs which sleep in a spin have to look again.
    interface Sleepers {
        void wake(Cpu cpu, long time, int number);
    }

    private final Scheduling policy;
    private final Cpu[] cpus;
    private final Sleepers sleepers;
    final Turns turns = new Turns();
    private final Deque<SimulatedThread> ready = new ArrayDeque<>();
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
    private long rung = Turns.NONE; // the turn of the first alarm
    private long orders;

    Scheduler(Scheduling policy, Cpu[] cpus, Sleepers sleepers) {
        this.policy = policy;
        this.cpus = cpus;
        this.sleepers = sleepers;
    }

    /// `thread` can go on, no earlier than `time`, which is that of the turn of `number`.
    void go(SimulatedThread thread, long time, int number) {
        thread.waits++; // no alarm is for it any more
        Cpu cpu = thread.cpu.thread == null ? thread.cpu : idle();
        if (cpu != null) {
            take(cpu, thread, time);
            return;
        }
        thread.state = State.READY;
        ready.add(thread);
        if (ready.size() == 1) {
            for (Cpu busy : cpus) {
                busy.sliceEnd = busy.began + policy.quantumCycles();
                if (busy.asleep) { // its spinning counts now: its slice ends
                    sleepers.wake(busy, time, number);
                }
            }
        }
    }

    private @Nullable Cpu idle() {
        for (Cpu cpu : cpus) {
            if (cpu.thread == null) {
                return cpu;
            }
        }
        return null;
    }

    private void take(Cpu cpu, SimulatedThread thread, long time) {
        boolean switches = cpu.last != null && cpu.last != thread;
        cpu.time = Math.max(cpu.time, time) + (switches ? policy.switchCycles() : 0);
        cpu.began = cpu.time;
        cpu.sliceEnd = ready.isEmpty() ? Cpu.NO_END : cpu.began + policy.quantumCycles();
        if (switches) { // the spinning was another's
            cpu.notSpinning();
            cpu.turned = null;
        }
        cpu.thread = thread;
        cpu.last = thread;
        thread.cpu = cpu;
        thread.state = State.RUNNING;
        turns.add(Turns.key(cpu));
    }

    /// The thread on `cpu` leaves it; who is first in the queue takes it up.
    void leave(Cpu cpu, State why) {
        SimulatedThread thread = cpu.thread;
        if (thread != null) {
            thread.state = why;
        }
        cpu.thread = null;
        SimulatedThread next = ready.poll();
        if (next != null) {
            if (ready.isEmpty()) {
                for (Cpu busy : cpus) {
                    busy.sliceEnd = Cpu.NO_END;
                }
            }
            take(cpu, next, cpu.time);
        }
    }

    boolean somebodyQueues() {
        return !ready.isEmpty();
    }

    /// How much longer the thread on `cpu` has it for itself.
    long restOfQuantum(Cpu cpu) {
        long rest = cpu.began + policy.quantumCycles() - cpu.time;
        return rest > 0 ? rest : policy.quantumCycles();
    }

    /// The thread on `cpu` goes to the end of the queue. Its turn has come, and somebody queues.
    void requeue(Cpu cpu, SimulatedThread thread) {
        ready.add(thread);
        leave(cpu, State.READY);
    }

    /// Ends the wait that `thread` is about to begin at `time`, unless it has ended by then.
    void alarm(SimulatedThread thread, long time) {
        alarms.add(new Alarm(time, orders++, thread, thread.waits));
        setClock();
    }

    private void setClock() {
        if (rung != Turns.NONE) {
            turns.remove(rung);
        }
        rung = alarms.isEmpty() ? Turns.NONE : Turns.clock(alarms.element().time);
        if (rung != Turns.NONE) {
            turns.add(rung);
        }
    }

    /// The turn of the clock has come, and has been taken out.
    void ring() {
        rung = Turns.NONE;
        Alarm alarm = alarms.remove();
        SimulatedThread thread = alarm.thread;
        if (thread.state == State.BLOCKED && thread.waits == alarm.ofWait) {
            thread.late = true;
            go(thread, alarm.time, Turns.CLOCK);
        }
        setClock();
    }
}
