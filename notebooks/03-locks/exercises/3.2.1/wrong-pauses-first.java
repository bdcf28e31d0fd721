// alone it does not wait: it pauses before its first try too, and most locks are free most of the time
class MyBackoff implements Mutex {
    private final AtomicBoolean held = new AtomicBoolean();
    public void unlock() { held.set(false); }
    public void lock() {
        int limit = 16;
        do {
            for (int i = ThreadLocalRandom.current().nextInt(8, limit); i > 0 || held.get(); i--) Thread.onSpinWait();
            limit = Math.min(2 * limit, 1024);
        } while (held.getAndSet(true));
    }
}
