package advsys.locks;

/// The data next to their lock word, as most classes have it: every swap of a waiter takes the data from the holder.
///
/// - **Guarantee** as [TasLock]. Word and data are next to each other; whether a line ends between them is up to where
///   the object begins.
public final class DataBesideWord extends GuardedWord {
    //      … 128 bytes of padding │ held │ d0 │ d1 │ … │ d7 │ 64 bytes of padding
    private int d0, d1, d2, d3, d4, d5, d6, d7; // plain: the lock orders them
    int a000, a004, a008, a012, a016, a020, a024, a028; // as narrow as the data: longs would come before them
    int a032, a036, a040, a044, a048, a052, a056, a060; // behind the data: 64 bytes

    @Override
    public void pass() {
        lock();
        d0++;
        d1++;
        d2++;
        d3++;
        d4++;
        d5++;
        d6++;
        d7++;
        unlock();
    }

    @Override
    public long sum() {
        return (long) d0 + d1 + d2 + d3 + d4 + d5 + d6 + d7;
    }
}
