// convicted: who is overtaken is woken again
abstract class Sleeper implements Mutex {
    final AtomicBoolean held = new AtomicBoolean();
    final Queue<Thread> line = new ConcurrentLinkedQueue<>();
    boolean mayGo() { return line.peek() == Thread.currentThread() && !held.getAndSet(true); }
    public void lock() { line.add(Thread.currentThread()); sleep(); line.remove(); }
    void sleep() { while (!mayGo()) LockSupport.park(this); }
    public void unlock() { held.set(false); LockSupport.unpark(line.peek()); }
}
class Ada extends Sleeper { public void unlock() { LockSupport.unpark(line.peek()); held.set(false); } }
class Ben extends Sleeper { public void lock() { if (held.getAndSet(true)) super.lock(); } }
class Cleo extends Sleeper { void sleep() { if (!mayGo()) { LockSupport.park(this); held.set(true); } } }
class MyCase implements Accusation {
    public Maker<Mutex> suspect() { return Ben::new; }
    public String schedule() { return "0 1 1"; }
}
