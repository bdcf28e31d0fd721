class MyBackoff implements Mutex {
    private final AtomicBoolean held = new AtomicBoolean();
    public void unlock() { held.set(false); }
    public void lock() {
        for (int losses = 0; !held.compareAndSet(false, true); losses = Math.min(losses + 1, 20)) {
            int pause = 50 + ThreadLocalRandom.current().nextInt(1 + 50 * losses);
            for (int i = 0; i < pause || held.get(); i++) Thread.onSpinWait();
        }
    }
}
