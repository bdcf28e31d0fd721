package advsys.locks.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// An order by dice: now and then somebody else goes on, and nearly always when the one whose turn it is only
/// pauses. Writes down who did what, but for looks that see the same again.
class ByDice {
    private static final int STEPS = 120; // that are kept: a story that is longer convinces nobody

    private final TurnWeaver weaver;
    private final SplittableRandom dice;
    private final double change;
    private final List<Schedule.Step> steps = new ArrayList<>();
    private final List<int[]> looked = new ArrayList<>(); // by thread: the last place, and what memory was then
    private final long[] pauses;
    private int version; // of the shared memory
    private boolean open; // the last step waits for what it saw

    ByDice(TurnWeaver weaver, int threads, long seed) {
        this.weaver = weaver;
        this.dice = new SplittableRandom(seed);
        this.change = 0.1 + 0.5 * dice.nextDouble();
        this.pauses = new long[threads];
        for (int i = 0; i < threads; i++) {
            looked.add(new int[] {-1, -1});
        }
    }

    /// So it may, and whoever trusts in a reason is to be found out.
    boolean returnsForNoReason() {
        return dice.nextInt(8) == 0;
    }

    TurnTaker next(List<TurnTaker> ready, TurnTaker current) {
        boolean pausing = current.spins != pauses[current.number()];
        pauses[current.number()] = current.spins;
        boolean stays = ready.contains(current) && dice.nextDouble() >= (pausing ? 0.95 : change);
        return stays ? current : ready.get(dice.nextInt(ready.size()));
    }

    void access(TurnTaker taker, int number) {
        TurnWeaver.Site site = weaver.site(number);
        int[] last = looked.get(taker.number());
        boolean again = !site.writes() && last[0] == number && last[1] == version;
        if (site.writes()) {
            version++;
        }
        last[0] = number;
        last[1] = version;
        open = !again;
        if (open) {
            add(taker.number(), site.what() + " in " + site.where());
        }
    }

    void saw(@Nullable Object value) {
        if (open && !steps.isEmpty()) {
            Schedule.Step step = steps.removeLast();
            steps.add(new Schedule.Step(step.thread(), step.event() + " → " + Schedule.word(value)));
            open = false;
        }
    }

    /// What somebody does outside the lock's own code.
    void add(int thread, String event) {
        if (steps.size() < STEPS) {
            steps.add(new Schedule.Step(thread, event));
        }
    }

    List<Schedule.Step> steps() {
        return List.copyOf(steps);
    }
}
