class MyTally implements Tally {
    private final AtomicLongArray words = new AtomicLongArray(8 * 9);
    public void add(int worker) { words.getAndIncrement(8 * (worker + 1)); }
    public long sum() {
        long sum = 0;
        for (int i = 0; i < words.length(); i++) sum += words.get(i);
        return sum;
    }
}
