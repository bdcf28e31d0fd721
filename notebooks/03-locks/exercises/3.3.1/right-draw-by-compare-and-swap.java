class MyTicket implements Mutex {
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong serving = new AtomicLong();
    public void lock() {
        long mine = next.get();
        while (!next.compareAndSet(mine, mine + 1)) mine = next.get();
        while (serving.get() < mine) Thread.onSpinWait();
    }
    public void unlock() { serving.incrementAndGet(); }
}
