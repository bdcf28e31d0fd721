package advsys.locks.exam;

import advsys.locks.Mutex;
import advsys.locks.exam.Finding.Verdict;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What threads that take turns do with locks: want them, are inside for a moment, give them up; and who
/// notices when two are inside, or when nobody gets anywhere. Only the one that has the turn is ever in here.
final class TurnVisits implements TurnTakers.Order {
    private static final int IN_VAIN = 1000; // accesses of each, and nobody got anywhere: fifty are unlucky already
    private static final int MOMENT = 3; // places inside where others may come

    private static final int OUTSIDE = 0;
    private static final int WANTING = 1;
    private static final int INSIDE = 2;
    private static final int LEAVING = 3;

    private final List<Mutex> locks;
    private final int visits;
    private final ByDice dice;
    private final int[] inside; // by lock: whoever is, or -1
    private final TurnTaker[] takers = new TurnTaker[8];
    private int number; // of takers that have come
    private @Nullable TurnTakers turns;
    private long progress;
    private Verdict verdict = Verdict.HOLDS;
    private String end = "";

    TurnVisits(List<Mutex> locks, int visits, ByDice dice) {
        this.locks = locks;
        this.visits = visits;
        this.dice = dice;
        this.inside = new int[locks.size()];
        Arrays.fill(inside, -1);
    }

    void in(TurnTakers now) {
        turns = now;
    }

    Verdict verdict() {
        return verdict;
    }

    String end() {
        return end;
    }

    @Override
    public TurnTaker next(List<TurnTaker> ready, TurnTaker current) {
        return dice.next(ready, current);
    }

    @Override
    public void access(TurnTaker taker, int site) {
        dice.access(taker, site);
        accessed(taker);
    }

    @Override
    public void saw(@Nullable Object value) {
        dice.saw(value);
    }

    @Override
    public boolean returnsForNoReason(TurnTaker taker) {
        boolean returns = dice.returnsForNoReason();
        if (returns) {
            dice.add(taker.number(), "park → comes back for no reason");
        }
        return returns;
    }

    @Override
    public void parked(TurnTaker taker) {
        dice.add(taker.number(), "park: sleeps");
    }

    @Override
    public void unparks(TurnTaker taker, @Nullable TurnTaker other) {
        dice.add(taker.number(), "unpark → " + (other == null ? "nobody" : "thread " + other.number()));
    }

    @Override
    public void allParked(int left) {
        if (verdict == Verdict.HOLDS) {
            conclude(Verdict.HANG, left + (left == 1 ? " thread sleeps" : " threads sleep") + " for ever");
        }
    }

    void visit(TurnTaker me) {
        takers[number++] = me;
        for (int i = 0; i < visits; i++) {
            hold(me, 0);
        }
    }

    /// Takes this lock and those that follow, and gives them up: also at the end of all turns, for somebody
    /// may sleep until then.
    private void hold(TurnTaker me, int lock) {
        enter(me, lock);
        try {
            if (lock + 1 < locks.size()) {
                hold(me, lock + 1);
                return;
            }
            for (int moment = 0; moment < MOMENT; moment++) {
                me.turn();
            }
        } finally {
            leave(me, lock);
        }
    }

    private void enter(TurnTaker me, int lock) {
        at(me, WANTING, "wants " + name(lock));
        locks.get(lock).lock();
        int other = inside[lock];
        at(me, INSIDE, "has " + name(lock));
        inside[lock] = me.number();
        if (other >= 0) {
            conclude(
                    Verdict.MUTUAL_EXCLUSION,
                    "thread " + me.number() + " has " + name(lock) + " while thread " + other + " has it");
        }
    }

    private void leave(TurnTaker me, int lock) {
        at(me, LEAVING, "gives " + name(lock) + " up");
        inside[lock] = -1;
        try {
            locks.get(lock).unlock();
        } finally {
            at(me, OUTSIDE, "");
        }
    }

    /// After the end those who leave do so at the same time, in no order that could be told.
    private void at(TurnTaker me, int phase, String event) {
        me.phase = phase;
        progress++;
        if (verdict == Verdict.HOLDS && !event.isEmpty()) {
            dice.add(me.number(), event);
        }
    }

    private String name(int lock) {
        return locks.size() == 1 ? "the lock" : "lock " + (char) ('A' + lock);
    }

    private void conclude(Verdict found, String story) {
        verdict = found;
        end = story;
        if (turns != null) {
            turns.stop();
        }
    }

    /// `me` has passed one more access. Ends it all when each of those who want in or out has passed many
    /// since anybody got anywhere.
    private void accessed(TurnTaker me) {
        if (me.progressSeen != progress) {
            me.progressSeen = progress;
            me.accessesInVain = 0;
        }
        if (++me.accessesInVain % IN_VAIN != 0) {
            return;
        }
        int waiting = 0;
        for (int i = 0; i < number; i++) {
            TurnTaker taker = takers[i];
            if (taker.phase == OUTSIDE) {
                continue; // has been there, and needs nothing any more
            }
            if (taker.phase == INSIDE || taker.progressSeen != progress || taker.accessesInVain < IN_VAIN) {
                return;
            }
            waiting++;
        }
        conclude(Verdict.HANG, waiting + (waiting == 1 ? " thread waits" : " threads wait") + " for ever");
    }
}
