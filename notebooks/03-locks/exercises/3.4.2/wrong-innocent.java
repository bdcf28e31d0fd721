// convicted: it waits for the link
class Ada extends Joining { public void unlock() {
    if (own.get().next == null) tail.compareAndSet(own.get(), null); else own.get().next.waiting = false;
} }
class Ben extends Joining { public void unlock() {
    if (tail.compareAndSet(own.get(), null)) return;
    while (own.get().next == null) Thread.onSpinWait();
    own.get().next.waiting = false;
} }
class Cleo extends Joining { public void unlock() {
    Place mine = own.get();
    if (!tail.compareAndSet(mine, null) && mine.next != null) mine.next.waiting = false;
} }
class MyCase implements Accusation {
    public Maker<Mutex> suspect() { return Ben::new; }
    public String schedule() { return "0 0 0 1 1 1 0 0 1"; }
}
