package advsys.multiprocessor;

import org.jspecify.annotations.Nullable;

/// How a machine is simulated. It changes how fast that is, and when it is given up; a count it changes in no way, but
/// for look-ahead, which says so.
///
/// @param parking whether a CPU that spins on its own copy sleeps until it loses it: faster, the same counts
/// @param continuations whether CPUs are switched by the JDK's continuations; by virtual threads otherwise
/// @param budget how many accesses a run may take, and how many turns its loops
/// @param lookAhead how many cycles a CPU may be ahead of another while it uses lines of its own; 0 for strict order
/// @param profile where the traffic is written down by CPU, line of memory and line of source; null for nowhere
public record Execution(
        boolean parking,
        boolean continuations,
        long budget,
        int lookAhead,
        @Nullable Profile profile) {
    private static final long BUDGET = 2_000_000_000L;

    /// @throws IllegalArgumentException if the look-ahead is negative
    public Execution {
        if (lookAhead < 0) {
            throw new IllegalArgumentException(
                    "a look-ahead of " + lookAhead + " cycles: 0 is strict order, more is ahead");
        }
    }

    /// As fast as this JVM can, in strict order.
    public static Execution usual() {
        return new Execution(true, ContinuationStrand.available(), BUDGET, 0, null);
    }

    Execution withoutParking() {
        return new Execution(false, continuations, budget, lookAhead, profile);
    }

    Execution onVirtualThreads() {
        return new Execution(parking, false, budget, lookAhead, profile);
    }

    Execution budget(long accesses) {
        return new Execution(parking, continuations, accesses, lookAhead, profile);
    }

    Execution lookingAhead(int cycles) {
        return new Execution(parking, continuations, budget, cycles, profile);
    }

    Execution profiledBy(Profile where) {
        return new Execution(parking, continuations, budget, lookAhead, where);
    }

    Strand strand(Runnable body) {
        return continuations ? ContinuationStrand.of(body) : new ThreadStrand(body);
    }

    /// What is not as usual, each after a comma.
    @Override
    public String toString() {
        return (lookAhead == 0 ? "" : ", looking ahead " + lookAhead + " cycles")
                + (parking ? "" : ", without parking")
                + (continuations == ContinuationStrand.available() ? "" : ", on virtual threads");
    }
}
