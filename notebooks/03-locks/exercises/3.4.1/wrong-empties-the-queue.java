// mutual exclusion: it empties the queue without looking who has joined; the next to come finds it empty, and goes in
class MyQueue extends Joining {
    public void unlock() {
        Place mine = own.get();
        Place last = tail.getAndSet(null);
        if (last == mine) return;
        while (mine.next == null) Thread.onSpinWait();
        mine.next.waiting = false;
    }
}
