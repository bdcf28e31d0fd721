// first come, first served: it lets in whoever comes at the right moment, so a waiter can be overtaken for ever
class MyTicket implements Mutex {
    private final AtomicBoolean held = new AtomicBoolean();
    public void lock() {
        while (held.get() || held.getAndSet(true)) Thread.onSpinWait();
    }
    public void unlock() { held.set(false); }
}
