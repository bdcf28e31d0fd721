package advsys.multiprocessor;

/// How a simulated machine shares its CPUs among more threads: round robin, after a quantum.
///
/// @param quantumCycles how long a thread keeps its CPU while others wait for one
/// @param switchCycles what it costs a CPU to take up another thread than it ran last
public record Scheduling(int quantumCycles, int switchCycles) {

    /// Half a millisecond at the 50 ns of the bus of 1991; a hundredth of that for a switch.
    public static Scheduling usual() {
        return new Scheduling(10_000, 100);
    }

    /// @throws IllegalArgumentException if the quantum is not positive, or a switch takes less than no time
    public Scheduling {
        if (quantumCycles < 1 || switchCycles < 0) {
            throw new IllegalArgumentException("a quantum of " + quantumCycles + " cycles and " + switchCycles
                    + " for a switch: a quantum takes time, and a switch takes no less than none");
        }
    }

    @Override
    public String toString() {
        return "quantum " + quantumCycles + " cycles";
    }
}
