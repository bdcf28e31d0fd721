class MyQueue extends Joining {
    public void unlock() {
        Place mine = own.get();
        if (mine.next == null) {
            if (tail.compareAndSet(mine, null)) return;
            while (mine.next == null) Thread.onSpinWait();
        }
        mine.next.waiting = false;
    }
}
