abstract class Suspect implements Mutex {
    final AtomicBoolean held = new AtomicBoolean();
    public void unlock() { held.set(false); }
}
class Ada extends Suspect {
    public void lock() { while (held.get()) Thread.onSpinWait(); held.set(true); }
}
class Ben extends Suspect {
    public void lock() { while (held.getAndSet(true)) Thread.onSpinWait(); }
    public void unlock() { held.setPlain(false); }
}
class Cleo extends Suspect {
    public void lock() { while (!held.compareAndSet(false, true)) Thread.onSpinWait(); }
}
class MyCase implements Accusation {
    public Maker<Mutex> suspect() { return Ada::new; }
    public String schedule() { return "0 1 0 1"; }
}
