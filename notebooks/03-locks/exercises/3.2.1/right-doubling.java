class MyBackoff implements Mutex {
    private final AtomicBoolean held = new AtomicBoolean();
    public void unlock() { held.set(false); }
    public void lock() {
        int limit = 16;
        while (true) {
            while (held.get()) Thread.onSpinWait();
            if (!held.getAndSet(true)) return;
            for (int i = ThreadLocalRandom.current().nextInt(limit); i > 0; i--) Thread.onSpinWait();
            limit = Math.min(2 * limit, 2048);
        }
    }
}
