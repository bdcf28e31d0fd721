class MyQueue extends Joining {
    public void unlock() {
        Place mine = own.get();
        if (tail.get() == mine && tail.compareAndSet(mine, null)) return;
        Place successor = mine.next;
        for (; successor == null; successor = mine.next) Thread.onSpinWait();
        successor.waiting = false;
    }
}
