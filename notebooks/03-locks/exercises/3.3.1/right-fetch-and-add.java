class MyTicket implements Mutex {
    private final AtomicInteger next = new AtomicInteger();
    private volatile int serving;
    public void lock() {
        int mine = next.getAndIncrement();
        while (serving != mine) Thread.onSpinWait();
    }
    public void unlock() { serving = serving + 1; }
}
