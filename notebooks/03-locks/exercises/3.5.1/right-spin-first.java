class MyParking implements Mutex {
    private final AtomicReference<Thread> holder = new AtomicReference<>();
    private final Queue<Thread> line = new ConcurrentLinkedQueue<>();
    public void lock() {
        Thread me = Thread.currentThread();
        line.add(me);
        for (int turn = 0; line.peek() != me || !holder.compareAndSet(null, me); turn++) {
            if (turn < 50) Thread.onSpinWait(); else LockSupport.park(this);
        }
        line.remove();
    }
    public void unlock() { holder.set(null); LockSupport.unpark(line.peek()); }
}
