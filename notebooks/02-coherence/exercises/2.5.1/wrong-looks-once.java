// mutual exclusion: it waits for one turn of the loop only
class MyLock implements Mutex {
    final AtomicInteger next = new AtomicInteger();
    final AtomicLongArray places = new AtomicLongArray(8 * 65);
    int mine;
    public void lock() {
        int turn = next.getAndIncrement();
        if (places.get(8 + 8 * (turn % 64)) != turn) Thread.onSpinWait();
        mine = turn;
    }
    public void unlock() { places.set(8 + 8 * ((mine + 1) % 64), mine + 1); }
}
