package advsys.lab;

import java.util.List;

/// CPUs that exist in a simulation only: a [Crew] runs its workers on them in simulated time.
public interface SimulatedCpus {
    /// Runs each body on a CPU of its own, until all have ended; throws what one of them throws.
    void run(List<? extends Task> bodies) throws Exception;

    /// Lets `nanos` pass on the CPU that runs just now, but at least the shortest time there is.
    void spend(long nanos);

    /// The time on the CPU that runs just now, since the start.
    long nanos();

    /// What the crew has done: for columns of the machine's own.
    void ended(Crew.Work work);

    /// What one CPU does.
    @FunctionalInterface
    interface Task {
        void run() throws Exception;
    }
}
