// hops predicted: nobody waits for the report that all is done
class MyHops implements HopCount {
    public int hops(int reader, int home, int owner) {
        if (owner == 0) return reader == home ? 0 : 2;
        return reader == home || owner == home ? 3 : 4;
    }
}
