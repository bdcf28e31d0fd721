// nobody disturbed: 56 bytes are not a line
class MyTally implements Tally {
    private final AtomicLongArray words = new AtomicLongArray(7 * 9);
    public void add(int worker) { words.getAndIncrement(7 * worker); }
    public long sum() {
        long sum = 0;
        for (int i = 0; i < words.length(); i++) sum += words.get(i);
        return sum;
    }
}
