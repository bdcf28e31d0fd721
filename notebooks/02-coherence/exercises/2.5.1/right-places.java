class MyLock implements Mutex {
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLongArray open = new AtomicLongArray(8 * 65);
    private int mine;
    public MyLock() { open.set(8, 1); }
    public void lock() {
        int place = 8 * (1 + next.getAndIncrement() % 64);
        while (open.get(place) == 0) Thread.onSpinWait();
        open.set(place, 0);
        mine = place;
    }
    public void unlock() { open.set(8 + mine % (8 * 64), 1); }
}
