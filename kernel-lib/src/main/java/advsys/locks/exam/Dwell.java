package advsys.locks.exam;

/// One visitor's random pauses, inside the room and outside: mostly short, so that visitors meet at the door,
/// and now and then the processor is given away, so that they also meet it held by someone who does not run.
final class Dwell {
    private static final int PATIENCE = 100;

    private long state;
    private int delays; // since the last pause of the visitor's own

    /// The same seed gives the same pauses.
    Dwell(long seed) {
        // two rounds of splitmix64: neighbouring seeds give unlike sequences
        long mixed = seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        state = (mixed ^ (mixed >>> 31)) | 1; // xorshift never leaves zero
    }

    void inside() {
        delays = 0;
        pause(16, 64);
    }

    void outside() {
        delays = 0;
        pause(32, 256);
    }

    /// In the lock's own code, at the place that this round is about: often long enough for the others to get
    /// by.
    void atTheFocus() {
        if (mayDelay() && (next() & 1) == 0) {
            pause(256, 2);
        }
    }

    /// In the lock's own code, at any other place.
    void onTheWay() {
        if (mayDelay() && (next() & 31) == 0) {
            pause(32, 32);
        }
    }

    /// A waiter passes the same places again and again. If it gave the processor away each time it would hardly
    /// get any processor time, and the watch could not tell that it hangs.
    private boolean mayDelay() {
        return ++delays <= PATIENCE;
    }

    /// Up to `longest` spins, half of the time none; gives the processor away once in `rarely`.
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it: it makes rare schedules less rare
    private void pause(int longest, int rarely) {
        int dice = next();
        if ((dice & (rarely - 1)) == 0) {
            Thread.yield();
            return;
        }
        if ((dice & 0x10000) != 0) {
            int spins = (dice >>> 20) & (longest - 1);
            for (int i = 0; i < spins; i++) {
                Thread.onSpinWait();
            }
        }
    }

    int next() { // xorshift64
        long x = state;
        x ^= x << 13;
        x ^= x >>> 7;
        x ^= x << 17;
        state = x;
        return (int) (x >>> 32);
    }
}
