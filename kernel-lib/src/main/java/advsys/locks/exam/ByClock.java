package advsys.locks.exam;

import java.util.List;

/// The order of a machine with a core for each thread: whoever's clock is behind goes on. An access to a line that
/// another thread has written since, or that others may have read, takes as long as a line's journey between cores.
///
/// A crude machine: all of the lock's memory is one line. The counts of what is written while waiting need no more;
/// durations would.
final class ByClock implements TurnTakers.Order {
    static final long NEAR_NANOS = 1;
    static final long FAR_NANOS = 50;

    private final TurnWeaver weaver;
    private int forgotten;
    private long version;
    private int owner = -1; // the only one whose cache has the line, or -1

    ByClock(TurnWeaver weaver) {
        this.weaver = weaver;
    }

    @Override
    public TurnTaker next(List<TurnTaker> ready, TurnTaker current) {
        TurnTaker first = ready.getFirst();
        for (TurnTaker taker : ready) {
            if (taker.nanos < first.nanos) {
                first = taker;
            }
        }
        return first;
    }

    @Override
    public void allParked(int number) {
        forgotten = number;
    }

    /// How many were left parked for ever.
    int forgotten() {
        return forgotten;
    }

    @Override
    public void access(TurnTaker taker, int site) {
        boolean writes = weaver.site(site).writes();
        boolean near = writes ? owner == taker.number() : taker.versionSeen == version;
        taker.nanos += near ? NEAR_NANOS : FAR_NANOS;
        taker.accesses++;
        if (writes) {
            taker.writes++;
            version++;
            owner = taker.number();
        } else if (owner != taker.number()) {
            owner = -1;
        }
        taker.versionSeen = version;
    }
}
