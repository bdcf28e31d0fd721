// hops predicted: the answer is a message too
class MyHops implements HopCount {
    public int hops(int reader, int home, int owner) {
        if (owner == 0) return reader == home ? 0 : 1;
        return reader == home || owner == home ? 2 : 3;
    }
}
