package advsys.locks;

import advsys.lab.Mechanism;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/// The queue lock of Craig, and of Landin and Hagersten: a waiter spins on the node of the one before it. The
/// queue has no links: each knows its predecessor, and nobody needs to know its successor.
///
/// - **Guarantee** mutual exclusion; first come, first served; not reentrant; a waiter that is preempted delays
///   all behind it.
/// - **Cost** one swap to join, one store to leave; O(1) coherence misses an acquisition on machines with
///   caches.
/// - **Source** T. Craig, "Building FIFO and priority-queuing spin locks from atomic swap", University of
///   Washington TR 93-02-02, 1993; P. Magnusson, A. Landin, E. Hagersten, "Queue locks on cache coherent
///   multiprocessors", IPPS 1994.
@Mechanism("CLH lock")
public final class ClhLock implements Mutex {

    // How and why
    //
    //     tail ────────────────────────────────────────┐
    //                                                  ▼
    //     [free node] ◀──holder──[busy] ◀──waiter──[busy] ◀── whoever comes next
    //      looked at              looked at         looked at
    //
    // To join is to swap a busy node into `tail`: the old value is the predecessor's node, and one waits until that
    // says free. To leave is to say free in one's own node, which the successor looks at; so one cannot use that node
    // again. But nobody looks at the predecessor's node any more: that is taken for the next time. Nodes wander.
    //
    // Invariants
    //   I1  a node is looked at by at most one thread: the one that took it out of `tail`.
    //   I2  the node that a thread joins with is nobody's but its own.

    private static final VarHandle BUSY = busyHandle();

    private final PaddedReference<Node> tail = new PaddedReference<>(new Node()); // free: the lock is
    private final Waiting waiting;

    /// Waiters spin.
    public ClhLock() {
        this(Waiting.spin());
    }

    /// Waiters pass their time as `waiting` says, each at its predecessor's node.
    public ClhLock(Waiting waiting) {
        this.waiting = waiting;
    }

    /// A place in the queue.
    static final class Node extends NodeField {
        long a000, a008, a016, a024, a032, a040, a048, a056; // behind the field: 64 bytes
        long a064, a072, a080, a088, a096, a104, a112, a120; // 128 bytes
    }

    abstract static class NodeField extends LinePadding {
        volatile boolean busy;

        volatile @Nullable Thread sleeper; // who may sleep until the node is free; only where waiters park
    }

    /// What a thread has of the lock: the node to join with, and while it holds the lock its predecessor's.
    private static final class Seat implements Mutex {
        private final PaddedReference<Node> tail;
        private final Waiting waiting;
        private Node mine = new Node();
        private @Nullable Node before; // null while the lock is not ours

        Seat(PaddedReference<Node> tail, Waiting waiting) {
            this.tail = tail;
            this.waiting = waiting;
        }

        @Override
        public void lock() {
            BUSY.set(mine, true); // plain: by I2 nobody sees the node before the swap, which releases it
            Node predecessor = tail.getAndSet(mine);
            if (predecessor == null) {
                throw new AssertionError("the tail of a CLH queue is never empty");
            }
            if (waiting.sleeps()) {
                predecessor.sleeper = Thread.currentThread();
                VarHandle.fullFence(); // first the name, then the look; the predecessor has it the other way round
            }
            int turn = 0;
            while ((boolean) BUSY.getAcquire(predecessor)) { // acquire: what the last holder wrote is seen after it
                waiting.pause(turn++);
            }
            before = predecessor;
        }

        @Override
        public void unlock() {
            Node free = before;
            if (free == null) {
                throw new IllegalStateException("unlock without lock");
            }
            Node ours = mine;
            BUSY.setRelease(ours, false); // release: what was written under the lock stays before it
            if (waiting.sleeps()) {
                VarHandle.fullFence(); // of our store and the successor's name one is seen by the other side
                Thread sleeper = ours.sleeper; // the node may be in use again: then this wakes somebody for nothing
                if (sleeper != null) {
                    waiting.wake(sleeper);
                }
            }
            mine = free; // nobody looks at it any more
            before = null;
        }
    }

    private final ThreadLocal<Seat> own = ThreadLocal.withInitial(() -> new Seat(tail, waiting()));

    private Waiting waiting() { // not the field itself: it is not yet set where this one is
        return waiting;
    }

    @Override
    public void lock() {
        own.get().lock();
    }

    @Override
    public void unlock() {
        own.get().unlock();
    }

    @Override
    public Mutex forThisThread() {
        return new Seat(tail, waiting);
    }

    private static VarHandle busyHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(NodeField.class, "busy", boolean.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
