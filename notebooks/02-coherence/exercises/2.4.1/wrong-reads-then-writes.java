// nothing lost: two workers read the same, and one addition is gone
class MyTally implements Tally {
    private final AtomicLongArray words = new AtomicLongArray(8);
    public void add(int worker) { words.set(0, words.get(0) + 1); }
    public long sum() {
        long sum = 0;
        for (int i = 0; i < words.length(); i++) sum += words.get(i);
        return sum;
    }
}
