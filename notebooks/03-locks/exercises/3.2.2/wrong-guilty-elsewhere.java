// convicted: in this order of memory it keeps its promise
abstract class Backing implements Mutex {
    final AtomicBoolean held = new AtomicBoolean();
    public void unlock() { held.set(false); }
    void pause(int limit) { for (int i = 0; i < limit; i++) Thread.onSpinWait(); }
}
class Ada extends Backing { public void lock() {
    for (int i = 1; !held.weakCompareAndSetPlain(false, true); i *= 2) pause(i & 63);
} }
class Ben extends Backing {
    public void lock() { for (int i = 1; held.getAndSet(true); i = Math.min(2 * i, 64)) pause(i); }
}
class Cleo extends Backing { public void lock() {
    for (int i = 1; held.getAndSet(true) && i < 64; i *= 2) pause(i);
} }
class MyCase implements Accusation {
    public Maker<Mutex> suspect() { return Ada::new; }
    public String schedule() { return "0 1 1 1 1 1 1 1"; }
}
