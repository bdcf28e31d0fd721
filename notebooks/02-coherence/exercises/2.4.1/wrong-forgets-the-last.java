// nothing lost: the last worker's word is not in the sum
class MyTally implements Tally {
    private final AtomicLongArray words = new AtomicLongArray(8 * 9);
    public void add(int worker) { words.getAndIncrement(8 * worker); }
    public long sum() {
        long sum = 0;
        for (int i = 0; i < 56; i++) sum += words.get(i);
        return sum;
    }
}
