package advsys.multiprocessor;

/// An ordinary class that a simulated machine has to run: the same method on each CPU.
public interface Program {
    /// What CPU `cpu`, from 0, does in one round.
    void run(int cpu);

    /// What came out, when all have ended.
    long result();
}
