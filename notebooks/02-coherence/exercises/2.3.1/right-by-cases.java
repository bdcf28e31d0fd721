class MyHops implements HopCount {
    public int hops(int reader, int home, int owner) {
        if (owner == 0) return reader == home ? 0 : 2;
        return reader == home || owner == home ? 2 : 3;
    }
}
