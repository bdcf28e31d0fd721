class MyParking implements Mutex {
    private final AtomicBoolean held = new AtomicBoolean();
    private final Queue<Thread> line = new ConcurrentLinkedQueue<>();
    public void unlock() { held.set(false); LockSupport.unpark(line.peek()); }
    public void lock() {
        Thread me = Thread.currentThread();
        line.add(me);
        while (line.peek() != me || !held.compareAndSet(false, true)) LockSupport.park(this);
        line.remove();
    }
}
