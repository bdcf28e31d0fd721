// few transactions: a release takes the word out of every cache
class MyLock implements Mutex {
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger serving = new AtomicInteger();
    public void lock() {
        int mine = next.getAndIncrement();
        while (serving.get() != mine) Thread.onSpinWait();
    }
    public void unlock() { serving.incrementAndGet(); }
}
