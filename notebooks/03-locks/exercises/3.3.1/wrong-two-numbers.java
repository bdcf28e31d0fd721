// everyone gets in: there are two numbers, so the third to come has the same as the first, and both are called
class MyTicket implements Mutex {
    private final AtomicInteger next = new AtomicInteger();
    private volatile int serving;
    public void lock() {
        int mine = next.getAndIncrement() & 1;
        while (serving != mine) Thread.onSpinWait();
    }
    public void unlock() { serving = 1 - serving; }
}
