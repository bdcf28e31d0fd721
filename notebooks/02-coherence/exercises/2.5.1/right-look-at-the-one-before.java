class MyLock implements Mutex {
    static class Node { final long[] before = new long[16]; volatile boolean busy; final long[] after = new long[16]; }
    final AtomicReference<Node> tail = new AtomicReference<>(new Node());
    final ThreadLocal<Node> own = ThreadLocal.withInitial(Node::new);
    final ThreadLocal<Node> ahead = new ThreadLocal<>();
    public void lock() {
        Node mine = own.get();
        mine.busy = true;
        Node before = tail.getAndSet(mine);
        ahead.set(before);
        while (before.busy) Thread.onSpinWait();
    }
    public void unlock() {
        Node mine = own.get();
        own.set(ahead.get());
        mine.busy = false;
    }
}
