// nobody disturbed: eight words are one line, or two
class MyTally implements Tally {
    private final AtomicLongArray words = new AtomicLongArray(8);
    public void add(int worker) { words.getAndIncrement(worker); }
    public long sum() {
        long sum = 0;
        for (int i = 0; i < words.length(); i++) sum += words.get(i);
        return sum;
    }
}
