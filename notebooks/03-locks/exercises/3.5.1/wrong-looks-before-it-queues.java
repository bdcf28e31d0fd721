// everyone gets in: a release between the look and the queueing finds nobody to wake, and then one sleeps for ever
class MyParking implements Mutex {
    private final AtomicBoolean held = new AtomicBoolean();
    private final Queue<Thread> line = new ConcurrentLinkedQueue<>();
    public void lock() {
        Thread me = Thread.currentThread();
        while (!held.compareAndSet(false, true)) {
            line.add(me);
            LockSupport.park(this);
        }
    }
    public void unlock() { held.set(false); LockSupport.unpark(line.poll()); }
}
