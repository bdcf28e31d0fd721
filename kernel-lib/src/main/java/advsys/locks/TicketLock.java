package advsys.locks;

import advsys.lab.Mechanism;

/// A lock as at a bakery's counter: whoever comes draws a number, and waits until it is called.
///
/// - **Guarantee** mutual exclusion; first come, first served; not reentrant; a waiter that is preempted delays
///   all behind it. Up to 2³² waiters.
/// - **Cost** one fetch-and-add to join, one store to leave. All waiters read the same word, so a release costs
///   each of them a miss.
/// - **Source** D. Reed, R. Kanodia, "Synchronization with eventcounts and sequencers", CACM 22(2), 1979; as a
///   spin lock J. Mellor-Crummey, M. Scott, ACM TOCS 9(1), 1991, algorithm 2.
@Mechanism("Ticket lock")
public final class TicketLock implements Mutex {

    // How and why
    //
    //     next     5   the number that the next one to come will draw
    //     serving  3   3 is inside; 4 waits
    //
    // To draw is to fetch and add: no two draw the same number, and the order of the draws is the order of service.
    // Numbers wrap around at 2³²; they are only ever compared for equality, so nobody notices.
    //
    // Invariants
    //   I1  the holder's number is `serving`.
    //   I2  only the holder writes `serving`.

    private final PaddedInteger next = new PaddedInteger(); // two words on lines of their own: who joins does not
    private final PaddedInteger serving = new PaddedInteger(); // disturb those who wait
    private final Waiting waiting;

    /// Waiters spin.
    public TicketLock() {
        this(Waiting.spin());
    }

    /// @throws IllegalArgumentException if waiters were to park: a release calls a number, and does not know whose
    public TicketLock(Waiting waiting) {
        this.waiting = waiting.nobodyToWake("ticket lock");
    }

    @Override
    public void lock() {
        int mine = next.getAndIncrement();
        for (int turn = 0; serving.getAcquire() != mine; turn++) { // acquire: the last holder's writes are seen
            waiting.pause(turn);
        }
    }

    @Override
    public void unlock() {
        int mine = serving.getPlain(); // plain: by I2 nobody else writes it while we are inside
        serving.setRelease(mine + 1); // release: what was written under the lock stays before it
    }
}
