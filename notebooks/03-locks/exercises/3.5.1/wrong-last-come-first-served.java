// first come, first served: it wakes whoever came last, so who came first may sleep for ever
class MyParking implements Mutex {
    private final AtomicBoolean held = new AtomicBoolean();
    private final Deque<Thread> line = new ConcurrentLinkedDeque<>();
    public void lock() {
        Thread me = Thread.currentThread();
        line.push(me);
        while (line.peek() != me || !held.compareAndSet(false, true)) LockSupport.park(this);
        line.remove(me);
    }
    public void unlock() { held.set(false); LockSupport.unpark(line.peek()); }
}
