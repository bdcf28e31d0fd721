class MyTally implements Tally {
    private final AtomicLongArray[] words = new AtomicLongArray[8 * 16];
    public void add(int worker) {
        if (words[16 * worker] == null) words[16 * worker] = new AtomicLongArray(16);
        words[16 * worker].getAndIncrement(8);
    }
    public long sum() {
        long sum = 0;
        for (int i = 0; i < words.length; i += 16) sum += words[i] == null ? 0 : words[i].get(8);
        return sum;
    }
}
