// alone it does not wait: it steps aside before it has looked whether anybody is there
class MyLock implements Mutex {
    private final AtomicBoolean held = new AtomicBoolean();
    public void lock() {
        do {
            for (int turn = 0; turn < 20 || held.get(); turn++) Thread.onSpinWait();
        } while (held.getAndSet(true));
    }
    public void unlock() { held.set(false); }
}
