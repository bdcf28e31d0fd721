// few transactions: eight waiters spin on one line
class MyLock implements Mutex {
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLongArray open = new AtomicLongArray(65);
    private int mine;
    public MyLock() { open.set(1, 1); }
    public void lock() {
        int place = 1 + next.getAndIncrement() % 64;
        while (open.get(place) == 0) Thread.onSpinWait();
        open.set(place, 0);
        mine = place;
    }
    public void unlock() { open.set(1 + mine % 64, 1); }
}
