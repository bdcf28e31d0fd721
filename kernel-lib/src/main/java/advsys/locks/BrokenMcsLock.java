package advsys.locks;

import advsys.lab.Broken;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// An MCS lock that forgets the moment between the swap and the link: `unlock` takes "no successor yet" for "no
/// successor".
@Broken(
        of = McsLock.class,
        verdict = "hang",
        witness = "a waiter swaps in, the holder leaves before it links, nobody wakes it")
final class BrokenMcsLock implements Mutex {
    private final AtomicReference<@Nullable Node> tail = new AtomicReference<>();
    private final ThreadLocal<Node> own = ThreadLocal.withInitial(Node::new);

    static final class Node {
        volatile @Nullable Node next;
        volatile boolean waiting;
    }

    @Override
    public void lock() {
        Node node = own.get();
        node.next = null;
        node.waiting = true;
        Node predecessor = tail.getAndSet(node);
        if (predecessor != null) {
            predecessor.next = node;
            while (node.waiting) {
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public void unlock() {
        Node node = own.get();
        Node successor = node.next;
        if (successor == null) {
            tail.compareAndSet(node, null); // the bug: when this fails, a successor is on its way
            return;
        }
        successor.waiting = false;
    }
}
