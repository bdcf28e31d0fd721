package advsys.locks.exam;

import java.util.List;

/// An order that somebody has written down: who makes each access to shared memory. When the list is at its end,
/// whoever
/// is at work goes on until it waits.
final class ByList extends ByDice {
    private static final int PATIENCE = 50; // accesses in a row after the list; whoever waits needs no pause for it

    private final List<Integer> list;
    private int made; // accesses
    private int inARow;
    private long pauses;
    private String impossible = "";

    ByList(TurnWeaver weaver, int threads, List<Integer> list) {
        super(weaver, threads, 1);
        this.list = List.copyOf(list);
    }

    @Override
    boolean returnsForNoReason() {
        return false;
    }

    @Override
    TurnTaker next(List<TurnTaker> ready, TurnTaker current) {
        if (made < list.size() && impossible.isEmpty()) {
            int wanted = list.get(made);
            for (TurnTaker taker : ready) {
                if (taker.number() == wanted) {
                    return taker;
                }
            }
        }
        boolean waits = current.spins != pauses || inARow > PATIENCE;
        pauses = current.spins;
        if (!waits && ready.contains(current)) {
            return current;
        }
        inARow = 0;
        TurnTaker next = ready.stream()
                .filter(taker -> taker.number() > current.number())
                .findFirst()
                .orElse(ready.getFirst());
        pauses = next.spins;
        return next;
    }

    @Override
    void access(TurnTaker taker, int number) {
        if (made < list.size() && list.get(made) != taker.number() && impossible.isEmpty()) {
            impossible = "access " + (made + 1) + " is to be thread " + list.get(made) + "'s, which sleeps or is done";
        }
        made++;
        inARow++;
        super.access(taker, number);
    }

    /// Why the list could not be followed; "" when it could.
    String impossible() {
        return impossible;
    }
}
