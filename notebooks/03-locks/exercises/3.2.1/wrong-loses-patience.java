// mutual exclusion: after the longest pause it goes in, whoever is inside
class MyBackoff implements Mutex {
    private final AtomicBoolean held = new AtomicBoolean();
    public void unlock() { held.set(false); }
    public void lock() {
        for (int limit = 16; held.get() || held.getAndSet(true); limit *= 2) {
            if (limit > 256) return;
            for (int i = ThreadLocalRandom.current().nextInt(limit); i > 0; i--) Thread.onSpinWait();
        }
    }
}
