// quieter: it pauses, but does not look: each time it wakes it swaps, and takes the line from the holder
class MyBackoff implements Mutex {
    private final AtomicBoolean held = new AtomicBoolean();
    public void unlock() { held.set(false); }
    public void lock() {
        while (held.getAndSet(true)) Thread.onSpinWait();
    }
}
