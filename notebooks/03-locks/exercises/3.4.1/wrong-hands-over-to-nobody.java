// mutual exclusion: it frees the lock when nobody is behind, and forgets whoever is; all those wait for ever
class MyQueue extends Joining {
    public void unlock() {
        Place mine = own.get();
        tail.compareAndSet(mine, null);
    }
}
