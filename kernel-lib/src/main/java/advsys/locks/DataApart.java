package advsys.locks;

/// The data two lines behind their lock word: waiters may swap as they like, the holder works undisturbed until it
/// gives the lock back.
///
/// - **Guarantee** as [TasLock]; at least 128 bytes between the word and the data.
public final class DataApart extends SpacedWord {
    //      … 128 bytes of padding │ held │ 128 bytes of padding │ d0 │ d1 │ … │ d7 │ 64 bytes of padding
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

/// The lock word with padding on both sides; ints leave no hole (see [LinePadding]).
abstract class SpacedWord extends GuardedWord {
    int c000, c004, c008, c012, c016, c020, c024, c028;
    int c032, c036, c040, c044, c048, c052, c056, c060; // 64 bytes
    int c064, c068, c072, c076, c080, c084, c088, c092;
    int c096, c100, c104, c108, c112, c116, c120, c124; // 128 bytes
}
