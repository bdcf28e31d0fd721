// mutual exclusion: it takes the return of park for its turn, but a newcomer may have taken the lock meanwhile
class MyParking implements Mutex {
    private final AtomicBoolean held = new AtomicBoolean();
    private final Queue<Thread> line = new ConcurrentLinkedQueue<>();
    public void lock() {
        if (held.compareAndSet(false, true)) return;
        line.add(Thread.currentThread());
        LockSupport.parkNanos(this, 1_000_000);
        held.set(true);
    }
    public void unlock() { held.set(false); LockSupport.unpark(line.poll()); }
}
