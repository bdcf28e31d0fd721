// convicted: the second sees the number that the first has drawn
abstract class Counter implements Mutex {
    final AtomicInteger next = new AtomicInteger(), serving = new AtomicInteger();
    void await(int mine) { while (serving.get() != mine) Thread.onSpinWait(); }
    public void lock() { await(next.getAndIncrement()); }
    public void unlock() { serving.set(serving.get() + 1); }
}
class Ada extends Counter { public void unlock() { serving.getAndIncrement(); } }
class Ben extends Counter { public void lock() {
    int mine = next.get();
    if (mine == serving.get()) next.set(mine + 1); else await(next.getAndIncrement());
} }
class Cleo extends Counter { public void unlock() { serving.setPlain(serving.get() + 1); } }
class MyCase implements Accusation {
    public Maker<Mutex> suspect() { return Ben::new; }
    public String schedule() { return "0 0 0 1 1 1"; }
}
