class MyHops implements HopCount {
    public int hops(int reader, int home, int owner) {
        int hops = reader == home ? 0 : 1;                    // request
        if (owner == 0) return 2 * hops;                      // and the answer
        return hops + (home == owner ? 0 : 1) + 1;            // sent on, and the data
    }
}
