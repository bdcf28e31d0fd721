// mutual exclusion: two read the same number, and are called together
class MyTicket implements Mutex {
    private volatile int next;
    private volatile int serving;
    public void lock() {
        int mine = next;
        next = mine + 1;
        while (serving - mine < 0) Thread.onSpinWait();
    }
    public void unlock() { serving = serving + 1; }
}
