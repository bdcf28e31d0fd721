// mutual exclusion: who comes to the same place later finds it open
class MyLock implements Mutex {
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLongArray open = new AtomicLongArray(8 * 3);
    private int mine;
    public MyLock() { open.set(8, 1); }
    public void lock() {
        int place = 8 * (1 + next.getAndIncrement() % 2);
        while (open.get(place) == 0) Thread.onSpinWait();
        mine = place;
    }
    public void unlock() { open.set(8 + mine % (8 * 2), 1); }
}
