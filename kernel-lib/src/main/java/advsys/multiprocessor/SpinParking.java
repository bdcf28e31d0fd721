package advsys.multiprocessor;

/// Puts CPUs that do nothing but wait to sleep, and wakes them: when and why is told in [Spinning].
final class SpinParking implements Scheduler.Sleepers {
    private final boolean parking;
    private final Costs costs;
    private final Interleaving order;
    private final SharedMemory memory;
    private final Budget budget;

    SpinParking(Multiprocessor machine, Interleaving order, SharedMemory memory, Budget budget) {
        this.parking = machine.execution().parking();
        this.costs = machine.costs();
        this.order = order;
        this.memory = memory;
        this.budget = budget;
    }

    /// A pause in a loop of which [SpinLoops] knows `kind`.
    void pause(int kind) {
        Cpu cpu = order.current();
        boolean again = Spinning.pause(cpu, kind, costs.pause());
        MemoryLine line = cpu.read;
        if (again && parking && line != null && cpu.sliceEnd == Cpu.NO_END && memory.canRead(line, cpu)) {
            cpu.asleep = true;
            line.spinners |= 1L << cpu.number;
            order.stop(order.thread());
        }
    }

    /// Those who slept on the line, a bit for each, go on: the current CPU has changed it.
    void wake(MemoryLine line, long sleepers) {
        Cpu writer = order.current();
        for (long left = sleepers; left != 0; left &= left - 1) {
            wake(line, order.cpus[Long.numberOfTrailingZeros(left)], writer.time, writer.number);
        }
    }

    @Override
    public void wake(Cpu cpu, long time, int number) {
        MemoryLine line = cpu.read;
        if (line != null) {
            line.spinners &= ~(1L << cpu.number);
            wake(line, cpu, time, number);
        }
    }

    private void wake(MemoryLine line, Cpu cpu, long time, int number) {
        budget.slept(Spinning.wake(cpu, line, costs, time, number));
        order.turns.add(Turns.key(cpu));
    }
}
