class MyLock implements Mutex {
    private final AtomicInteger holders = new AtomicInteger();
    public void lock() {
        while (holders.get() != 0 || !holders.compareAndSet(0, 1)) {
            Thread.onSpinWait();
        }
    }
    public void unlock() { holders.set(0); }
}
