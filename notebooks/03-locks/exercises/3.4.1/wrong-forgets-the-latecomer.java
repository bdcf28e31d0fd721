// everyone gets in: one has swapped itself in and not linked yet; nobody ever wakes it
class MyQueue extends Joining {
    public void unlock() {
        Place mine = own.get();
        if (mine.next == null) tail.compareAndSet(mine, null);
        else mine.next.waiting = false;
    }
}
