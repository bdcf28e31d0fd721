class MyLock implements Mutex {
    private final AtomicBoolean held = new AtomicBoolean();
    public void lock() {
        while (true) {
            while (held.get()) Thread.onSpinWait();
            if (!held.getAndSet(true)) return;
        }
    }
    public void unlock() { held.set(false); }
}
