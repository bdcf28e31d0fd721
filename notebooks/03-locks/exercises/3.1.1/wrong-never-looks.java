// quieter: correct, but every turn of every waiter is a swap, and takes the line away from the holder
class MyLock implements Mutex {
    private final AtomicBoolean held = new AtomicBoolean();
    public void lock() {
        while (held.getAndSet(true)) Thread.onSpinWait();
    }
    public void unlock() { held.set(false); }
}
