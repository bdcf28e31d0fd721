// few transactions: eight waiters spin on one line
class MyLock implements Mutex {
    final AtomicInteger next = new AtomicInteger();
    final AtomicLongArray places = new AtomicLongArray(8 * 65);
    int mine;
    public void lock() {
        int turn = next.getAndIncrement();
        while (places.get(8 + turn % 64) != turn) Thread.onSpinWait();
        mine = turn;
    }
    public void unlock() { places.set(8 + (mine + 1) % 64, mine + 1); }
}
