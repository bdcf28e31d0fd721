package advsys.locks.exam;

import advsys.lab.Maker;
import advsys.locks.Mutex;
import java.time.Duration;
import java.util.Optional;

/// What a lock's own code does, counted while threads contend for it on a machine with a core for each and a clock of
/// its own: the same on every host, however busy.
///
/// @param subject the lock's class
/// @param threads that contended
/// @param acquisitions of all together
/// @param writesWaiting accesses that ask for a line exclusively, between a call of `lock` and its return
/// @param accesses to shared memory, of whatever kind and wherever
/// @param pauses hints to the processor, sleeps, yields
/// @param loops rounds of loops
/// @param problem "" when everyone got through; else what happened in its place
public record Counted(
        String subject,
        int threads,
        int acquisitions,
        long writesWaiting,
        long accesses,
        long pauses,
        long loops,
        String problem) {
    private static final long HOLD_NANOS = 400; // a few journeys of a line
    private static final long GAP_NANOS = 100;
    private static final Duration LIMIT = Duration.ofMillis(1900);
    private static final long ENDLESS = 400_000; // steps; the library's locks take a tenth of that

    /// Writes of a waiter for each acquisition.
    public double writesPerAcquisition() {
        return (double) writesWaiting / Math.max(1, acquisitions);
    }

    /// Counts `visits` of each of `threads` threads; empty when the lock cannot be made to take turns, because it is
    /// not made by a plain constructor's reference or sleeps, or when the host is too slow.
    public static Optional<Counted> of(Maker<? extends Mutex> maker, int threads, int visits, long seed)
            throws Exception {
        TurnWeaver weaver = new TurnWeaver();
        Optional<WovenMaker> woven = WovenMaker.of(maker, weaver);
        if (woven.isEmpty()) {
            return Optional.empty();
        }
        return new Count(woven.get().make(), visits).run(weaver, woven.get().subject(), threads, seed);
    }

    /// One count under way; only the thread that has the turn touches it.
    private static final class Count {
        private final Mutex lock;
        private final int visits;
        private int acquisitions;
        private long writesWaiting;
        private long accesses;
        private long pauses;
        private long loops;

        Count(Mutex lock, int visits) {
            this.lock = lock;
            this.visits = visits;
        }

        Optional<Counted> run(TurnWeaver weaver, String subject, int threads, long seed) {
            ByClock clock = new ByClock(weaver);
            TurnTakers turns = new TurnTakers(threads, seed, clock, this::visit);
            TurnTakers.End end = turns.run(LIMIT);
            boolean endless = turns.steps() > ENDLESS;
            if (end == TurnTakers.End.ASLEEP || (end == TurnTakers.End.LATE && !endless)) {
                return Optional.empty(); // it sleeps, or the host is too slow: neither says anything of the lock
            }
            Throwable thrown = turns.thrown();
            String problem = thrown != null
                    ? "it threw " + thrown
                    : clock.forgotten() > 0
                            ? clock.forgotten() + " sleep, and nobody is left to wake them"
                            : end == TurnTakers.End.LATE ? "no end after " + turns.steps() + " steps" : "";
            return Optional.of(
                    new Counted(subject, threads, acquisitions, writesWaiting, accesses, pauses, loops, problem));
        }

        private void visit(TurnTaker me) {
            me.nanos = 7L * me.number(); // nobody starts at the same moment
            for (int i = 0; i < visits; i++) {
                long before = me.writes;
                lock.lock();
                acquisitions++;
                writesWaiting += me.writes - before;
                try {
                    me.nanos += HOLD_NANOS;
                    me.turn(); // the others come while it is inside
                } finally {
                    lock.unlock(); // also at the end of all turns: somebody may sleep until then
                }
                me.nanos += GAP_NANOS;
                me.turn();
            }
            accesses += me.accesses;
            pauses += me.spins;
            loops += me.loops;
        }
    }
}
