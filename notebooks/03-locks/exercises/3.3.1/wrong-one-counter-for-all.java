// two at once: the numbers are static, so all locks of the program are one queue, and who holds one waits for itself
class MyTicket implements Mutex {
    private static final AtomicInteger next = new AtomicInteger();
    private static volatile int serving;
    public void lock() {
        int mine = next.getAndIncrement();
        while (serving != mine) Thread.onSpinWait();
    }
    public void unlock() { serving = serving + 1; }
}
