package advsys.locks;

import advsys.lab.Mechanism;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/// The queue lock of Mellor-Crummey and Scott: each waiter spins on a flag in its own node, so that a release
/// disturbs one cache line of one waiter, however many are waiting.
///
/// - **Guarantee** mutual exclusion; first come, first served; not reentrant; a waiter that is preempted delays
///   all behind it.
/// - **Cost** one swap to join; one compare-and-swap or one store to leave; O(1) coherence misses an
///   acquisition.
/// - **Source** J. Mellor-Crummey, M. Scott, "Algorithms for scalable synchronization on shared-memory
///   multiprocessors", ACM TOCS 9(1), 1991, algorithm 5.
@Mechanism("MCS lock")
public final class McsLock implements Mutex {

    // How and why
    //
    //     tail ───────────────────────────────┐
    //                                         ▼
    //     holder ──next──▶ waiter ──next──▶ waiter
    //                      spins on          spins on
    //                      its `waiting`     its `waiting`
    //
    // The queue is a chain of nodes from the holder to `tail`; an empty tail is a free lock. To join is to swap oneself
    // into `tail`: the old value is the predecessor, so the order of the swaps is the order of service. There is a
    // moment between the swap and the link from the predecessor when the chain is broken: only `unlock` can see it, and
    // it waits there for the successor that it knows to be on its way.
    //
    // Invariants
    //   I1  a node in the chain whose `waiting` is false is the holder's, or has not been linked yet.
    //   I2  node.next is written once an acquisition, by the successor, before it spins.

    private static final VarHandle NEXT = Node.handle("next", Node.class);
    private static final VarHandle WAITING = Node.handle("waiting", boolean.class);

    private final PaddedReference<Node> tail = new PaddedReference<>();
    private final Waiting waiting;

    /// Waiters spin.
    public McsLock() {
        this(Waiting.spin());
    }

    /// Waiters pass their time as `waiting` says, each at its own node.
    public McsLock(Waiting waiting) {
        this.waiting = waiting;
    }

    /// A waiter's place in the queue. It belongs to one thread, and to one lock at a time. Padding by
    /// inheritance keeps the two fields on lines of their own.
    public static final class Node extends NodeFields {
        long a000, a008, a016, a024, a032, a040, a048, a056; // behind the fields: 64 bytes
        long a064, a072, a080, a088, a096, a104, a112, a120; // 128 bytes

        private static VarHandle handle(String field, Class<?> type) {
            try {
                return MethodHandles.lookup().findVarHandle(NodeFields.class, field, type);
            } catch (ReflectiveOperationException impossible) {
                throw new ExceptionInInitializerError(impossible);
            }
        }
    }

    abstract static class NodeFields extends LinePadding {
        volatile @Nullable Node next;
        volatile boolean waiting;

        @Nullable
        Thread sleeper; // plain: written before the link, read after it
    }

    /// Joins the queue with `node` and returns when the lock is held. `node` must not be in a queue.
    public void lock(Node node) {
        NEXT.set(node, null); // plain: nobody can reach the node before the swap
        Node predecessor = tail.getAndSet(node); // acquires the last holder's writes; full fence: `next` is null by now
        if (predecessor == null) {
            return;
        }
        WAITING.set(node, true); // plain, but before the link: once we are linked, the predecessor may clear it
        if (waiting.sleeps()) {
            node.sleeper = Thread.currentThread();
        }
        NEXT.setRelease(predecessor, node); // release: whoever sees the link sees `waiting` and `sleeper`
        int turn = 0;
        while ((boolean) WAITING.getAcquire(node)) { // the one line read: ours, cached until the hand-over
            waiting.pause(turn++);
        }
    }

    /// Passes the lock to the successor, or frees it. `node` is the one that `lock` was given.
    public void unlock(Node node) {
        Node successor = (Node) NEXT.getAcquire(node);
        if (successor == null) {
            if (tail.compareAndSet(node, null)) { // nobody behind us; the swap also releases what we wrote
                return;
            }
            while ((successor = (Node) NEXT.getAcquire(node)) == null) { // somebody swapped, and has not linked yet
                Thread.onSpinWait();
            }
        }
        Thread sleeper = waiting.sleeps() ? successor.sleeper : null; // now: once let go, it may use the node again
        WAITING.setRelease(successor, false); // release: what we wrote happens before the successor's return
        if (sleeper != null) {
            waiting.wake(sleeper);
        }
    }

    // A Mutex has to find the node by itself: in the thread, which costs a look-up, or in a view made for the thread.

    private final ThreadLocal<Node> own = ThreadLocal.withInitial(Node::new);

    @Override
    public void lock() {
        lock(own.get());
    }

    @Override
    public void unlock() {
        unlock(own.get());
    }

    @Override
    public Mutex forThisThread() {
        return new Seat(this, new Node());
    }

    private record Seat(McsLock queue, Node node) implements Mutex {
        @Override
        public void lock() {
            queue.lock(node);
        }

        @Override
        public void unlock() {
            queue.unlock(node);
        }
    }
}
