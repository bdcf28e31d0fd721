package advsys.locks.checks;

import advsys.lab.Judgement;
import advsys.lab.Trace;
import advsys.locks.exam.Finding;
import advsys.locks.exam.Schedule;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What to say of an examination's finding: why each fault matters and where to look next, without saying how
/// it is done.
final class Faults {
    private static final int CORES = 2;
    private static final int VISITS = 200; // a host that works makes hundred times as many

    private Faults() {}

    /// @param expected what should have been found, for the failures that need no other words
    static Judgement judge(Examined seen, String expected) {
        if (seen.schedule().isPresent()) {
            Schedule schedule = seen.schedule().get();
            return judge(schedule.verdict(), expected, schedule.end(), Lanes.of(schedule));
        }
        Finding found = seen.finding().orElseThrow();
        return found.holds() ? holds(found, seen.cores()) : judge(found.verdict(), expected, found.witness(), null);
    }

    private static Judgement judge(Finding.Verdict verdict, String expected, String witness, @Nullable Trace trace) {
        return switch (verdict) {
            case HOLDS -> new Judgement.Holds(witness);
            case MUTUAL_EXCLUSION ->
                new Judgement.Fails(
                        expected,
                        "two inside at once",
                        "Two that are inside at once overwrite each other's work: counts are lost, lists lose their"
                                + " links. It happens rarely, and never when somebody looks.",
                        "Find the moment between looking and taking. Who can come in between? Which operation does"
                                + " both in one step?",
                        witness,
                        trace);
            case LOST_UPDATE ->
                new Judgement.Fails(
                        "what the last one inside wrote, seen by the next",
                        "a write that got lost",
                        "A lock that only keeps others out, and does not pass on what was written, protects nothing:"
                                + " the next one works with old values.",
                        "Two may have been inside together; or the word that `unlock` writes and `lock` reads orders"
                                + " no memory. Which accesses do?",
                        witness,
                        trace);
            case HANG ->
                new Judgement.Fails(
                        "somebody gets in as long as somebody wants to",
                        "a standstill",
                        "Everybody waits for something that nobody will do any more. A program with such a lock"
                                + " freezes, perhaps after days.",
                        "Take the waiter of the story. Which write does it wait for? Who should have made it, and what"
                                + " did that thread see?",
                        witness,
                        trace);
            case ORDER ->
                new Judgement.Fails(
                        "service in the order of arrival",
                        "another order",
                        "Where anybody may go ahead, one can be overtaken for ever: its longest wait has no bound.",
                        "Where does a thread that arrives say that it is there, and who looks at that on leaving?",
                        witness,
                        trace);
            case THREW ->
                new Judgement.Fails(
                        "lock and unlock without an exception",
                        "an exception",
                        "A caller that gets an exception does not know whether it has the lock.",
                        "Read the message and the line that it names. Has everything been written yet?",
                        witness,
                        trace);
            case UNDECIDED ->
                new Judgement.CannotJudge(witness, "Close what else keeps this machine busy, then run the cell again.");
        };
    }

    /// The code of the lock cannot be followed step by step.
    static Judgement notInTurns() {
        return new Judgement.CannotJudge(
                "the steps of this lock cannot be followed: it is not made by a plain constructor, its waiters sleep,"
                        + " or this host is too slow",
                "Give it a constructor without arguments, say MyLock::new, and let its waiters spin.");
    }

    /// It did not get through the count.
    static Judgement notCounted(String problem) {
        return new Judgement.Fails(
                "everyone through",
                problem,
                "What does not come to an end has no cost that could be compared.",
                "Ask for mutual exclusion first: that check tells the story.",
                "");
    }

    private static Judgement holds(Finding found, int cores) {
        if (cores < CORES || found.visits() < VISITS) {
            return new Judgement.CannotJudge(
                    found.visits() + " visits on " + cores + (cores == 1 ? " core" : " cores")
                            + " showed no fault, and that says little: two have to run at the same moment, for a while",
                    "Run it on a machine with two quiet cores or more.");
        }
        return new Judgement.Holds(String.format(
                Locale.ROOT,
                "no fault found in %,d visits to %,d fresh locks: evidence, not proof",
                found.visits(),
                found.rounds()));
    }
}
