// mutual exclusion: two look, both see it free, both store; to look and to take must be one step
class MyLock implements Mutex {
    private final AtomicBoolean held = new AtomicBoolean();
    public void lock() {
        while (held.get()) Thread.onSpinWait();
        held.set(true);
    }
    public void unlock() { held.set(false); }
}
