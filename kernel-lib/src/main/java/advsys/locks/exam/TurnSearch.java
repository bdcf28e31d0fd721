package advsys.locks.exam;

import advsys.lab.Cancel;
import advsys.lab.Maker;
import advsys.locks.Mutex;
import advsys.locks.exam.Finding.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks for an order of steps in which a lock breaks its promise: fresh locks, two or three threads, a few
/// visits, in an order by dice. What is found is replayed by its seed, and among several the shortest is told.
///
/// - **Guarantee** what it finds is a fault on every machine, and none of the schedule's making: some
///   scheduler could choose that order. What it does not find may be there.
/// - **Cost** the time that it is given; some thousand orders a second.
/// - **Source** as [TurnTakers].
///
/// @param locks that each visitor holds together, taken in the same order by all: 1, or more to see whether
///     they are independent
/// @param limit how long to look
/// @param seed of the first order; the next has the next
/// @param threads at most: 2, or 3 unless the lock is for two only
/// @param enough orders without a fault, after which it ends before the limit
public record TurnSearch(int locks, Duration limit, long seed, int threads, int enough) {
    private static final int MOST_THREADS = 3;
    private static final Duration ONE = Duration.ofMillis(1500); // an order that takes longer is given up
    private static final int SHORTER = 40; // more orders are tried after the first that shows a fault

    private static final long MORE_NANOS = 1_000_000_000L; // for those, also when the time is over

    /// Until the limit.
    public TurnSearch(int locks, Duration limit, long seed) {
        this(locks, limit, seed, MOST_THREADS, Integer.MAX_VALUE);
    }

    /// What was found.
    ///
    /// @param orders that were tried
    /// @param found the shortest order that shows a fault, if any
    public record Seen(String subject, int orders, Optional<Schedule> found) {}

    /// Empty when the lock's code cannot take turns.
    public Optional<Seen> search(Maker<? extends Mutex> maker) throws Exception {
        TurnWeaver weaver = new TurnWeaver();
        Optional<WovenMaker> woven = WovenMaker.of(maker, weaver);
        if (woven.isEmpty()) {
            return Optional.empty();
        }
        long deadline = System.nanoTime() + limit.toNanos();
        Schedule shortest = null;
        int orders = 0;
        int since = 0;
        while (since < SHORTER && (orders == 0 || System.nanoTime() - deadline < (shortest == null ? 0 : MORE_NANOS))) {
            if (shortest == null && orders >= enough) {
                break;
            }
            Cancel.poll();
            Schedule one = order(woven.get(), weaver, seed + orders++);
            since += shortest == null ? 0 : 1;
            switch (one.verdict()) {
                case HOLDS -> {}
                case UNDECIDED -> {
                    if (shortest == null) {
                        return Optional.empty();
                    }
                }
                default -> shortest = shorter(shortest, one);
            }
        }
        return Optional.of(new Seen(woven.get().subject(), orders, Optional.ofNullable(shortest)));
    }

    private static Schedule shorter(@Nullable Schedule one, Schedule other) {
        return one == null || other.steps().size() < one.steps().size() ? other : one;
    }

    private Schedule order(WovenMaker woven, TurnWeaver weaver, long number) throws Exception {
        List<Mutex> made = new ArrayList<>();
        for (int i = 0; i < locks; i++) {
            made.add(woven.make());
        }
        int meeting = number % 4 == 3 ? Math.min(MOST_THREADS, threads) : 2; // two meet most closely
        int visits = 1 + (int) (number % 3);
        ByDice dice = new ByDice(weaver, meeting, number);
        TurnVisits visiting = new TurnVisits(made, visits, dice);
        TurnTakers turns = new TurnTakers(meeting, number, visiting, visiting::visit);
        visiting.in(turns);
        TurnTakers.End end = turns.run(ONE);
        Throwable thrown = turns.thrown();
        if (visiting.verdict() == Verdict.HOLDS && thrown != null) {
            return new Schedule(Verdict.THREW, dice.steps(), Visitors.story(0, thrown), number);
        }
        Verdict verdict = visiting.verdict() == Verdict.HOLDS && end != TurnTakers.End.DONE
                ? Verdict.UNDECIDED
                : visiting.verdict();
        return new Schedule(verdict, dice.steps(), visiting.end(), number);
    }
}
