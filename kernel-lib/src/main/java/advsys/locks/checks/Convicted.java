package advsys.locks.checks;

import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Maker;
import advsys.locks.Accusation;
import advsys.locks.exam.Replayed;
import advsys.locks.exam.Schedule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Does the schedule that a reader has written down convict the lock that he or she accuses?
///
/// - **Guarantee** what is convicted is guilty, on every machine: the schedule is followed access by access, in
///   sequential consistency. What only a weaker memory model allows cannot be shown so.
/// - **Cost** milliseconds.
/// - **Source** replay as in P. Godefroid, "Model checking for programming languages using VeriSoft", POPL 1997.
public record Convicted() implements Law<Maker<Accusation>, Convicted.Seen> {
    /// What came of the schedule.
    ///
    /// @param replayed empty when it could not be followed
    /// @param problem why not; "" when the suspect's code cannot take turns here
    public record Seen(Optional<Replayed> replayed, String problem) {}

    @Override
    public String name() {
        return "convicted";
    }

    @Override
    public boolean tells() {
        return true;
    }

    @Override
    public String question() {
        return "does the schedule convict the lock that is accused?";
    }

    @Override
    public Seen observe(Maker<Accusation> maker, long seed) throws Exception {
        Accusation accusation = maker.make();
        String schedule = accusation.schedule();
        try {
            return new Seen(Replayed.of(accusation.suspect(), schedule), "");
        } catch (IllegalArgumentException unreadable) {
            return new Seen(Optional.empty(), String.valueOf(unreadable.getMessage()));
        }
    }

    @Override
    public Judgement judge(Seen seen) {
        if (!seen.problem.isEmpty()) {
            return acquitted("a list of threads", seen.problem, "", null);
        }
        if (seen.replayed.isEmpty()) {
            return Faults.notInTurns();
        }
        Replayed replayed = seen.replayed.get();
        Schedule schedule = replayed.schedule();
        String accusation = replayed.subject() + ", by the schedule " + replayed.order();
        if (!replayed.impossible().isEmpty()) {
            return acquitted("a schedule that can be followed", replayed.impossible(), accusation, schedule);
        }
        return switch (schedule.verdict()) {
            case MUTUAL_EXCLUSION, HANG, LOST_UPDATE, ORDER, THREW ->
                new Judgement.Holds(accusation + ": " + schedule.end());
            case UNDECIDED -> Faults.notInTurns();
            case HOLDS ->
                acquitted(
                        "two inside at once, or one that waits for ever",
                        "everybody got in, and out again",
                        accusation,
                        schedule);
        };
    }

    private static Judgement acquitted(String expected, String got, String witness, @Nullable Schedule schedule) {
        return new Judgement.Fails(
                expected,
                got,
                "Who cannot name the schedule has a suspicion. With it anybody can see the fault, and test the repair.",
                "Between which two of its accesses must another thread come? Let each thread make its accesses up to"
                        + " there, then the other.",
                witness,
                schedule == null || schedule.steps().isEmpty() ? null : Lanes.of(schedule));
    }
}
