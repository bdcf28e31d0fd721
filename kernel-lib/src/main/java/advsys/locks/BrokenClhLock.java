package advsys.locks;

import advsys.lab.Broken;
import java.util.concurrent.atomic.AtomicReference;

/// A CLH lock whose threads keep their nodes: one that comes back at once makes its node busy again before the
/// successor has seen it free.
@Broken(
        of = ClhLock.class,
        verdict = "hang",
        witness =
                "the holder leaves, comes back with the same node and queues up behind the one who still waits for it")
final class BrokenClhLock implements Mutex {
    private static final class Node {
        volatile boolean busy;
    }

    private final AtomicReference<Node> tail = new AtomicReference<>(new Node());
    private final ThreadLocal<Node> own = ThreadLocal.withInitial(Node::new);

    @Override
    public void lock() {
        Node mine = own.get();
        mine.busy = true; // the bug: the successor may still be looking at this node
        Node predecessor = tail.getAndSet(mine);
        while (predecessor.busy) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void unlock() {
        own.get().busy = false;
    }
}
