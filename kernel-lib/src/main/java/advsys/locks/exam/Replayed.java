package advsys.locks.exam;

import advsys.lab.Maker;
import advsys.locks.Mutex;
import advsys.locks.exam.Finding.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What comes of a schedule that somebody has written down.
///
/// @param subject the lock's class
/// @param order as it was written down
/// @param schedule as it was followed, with what it came to
/// @param impossible why it could not be followed to its end; "" when it could
public record Replayed(String subject, String order, Schedule schedule, String impossible) {
    private static final Duration LIMIT = Duration.ofMillis(1500);
    private static final int THREADS = 4;
    private static final int VISITS = 3;

    /// Lets threads make accesses in the order of `schedule`, "0 1 0 1"; empty when the lock's code cannot take turns.
    ///
    /// @throws IllegalArgumentException if the schedule is not a list of threads' numbers from 0 to 3
    public static Optional<Replayed> of(Maker<? extends Mutex> maker, String schedule) throws Exception {
        List<Integer> list = read(schedule);
        TurnWeaver weaver = new TurnWeaver();
        Optional<WovenMaker> woven = WovenMaker.of(maker, weaver);
        if (woven.isEmpty()) {
            return Optional.empty();
        }
        int threads = 1 + list.stream().mapToInt(Integer::intValue).max().orElse(1);
        ByList order = new ByList(weaver, Math.max(2, threads), list);
        TurnVisits visiting = new TurnVisits(List.of(woven.get().make()), VISITS, order);
        TurnTakers turns = new TurnTakers(Math.max(2, threads), 1, visiting, visiting::visit);
        visiting.in(turns);
        TurnTakers.End end = turns.run(LIMIT);
        Throwable thrown = turns.thrown();
        Verdict verdict = visiting.verdict();
        String story = visiting.end();
        if (verdict == Verdict.HOLDS && thrown != null) {
            verdict = Verdict.THREW;
            story = Visitors.story(0, thrown);
        } else if (verdict == Verdict.HOLDS && end != TurnTakers.End.DONE) {
            verdict = Verdict.UNDECIDED;
        }
        Schedule followed = new Schedule(verdict, order.steps(), story, 1);
        return Optional.of(new Replayed(woven.get().subject(), schedule.strip(), followed, order.impossible()));
    }

    private static List<Integer> read(String schedule) {
        List<Integer> list = new ArrayList<>();
        for (String word : Arrays.stream(schedule.strip().split("[\\s,]+", -1)).toList()) {
            if (word.length() != 1 || word.charAt(0) < '0' || word.charAt(0) >= '0' + THREADS) {
                throw new IllegalArgumentException("the schedule \"" + schedule + "\" has \"" + word
                        + "\" in it: write threads' numbers, 0 to " + (THREADS - 1) + ", such as \"0 1 0 1\"");
            }
            list.add(word.charAt(0) - '0');
        }
        return list;
    }
}
