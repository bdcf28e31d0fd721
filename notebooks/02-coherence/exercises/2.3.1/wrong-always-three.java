// hops predicted: who is at home needs no network
class MyHops implements HopCount {
    public int hops(int reader, int home, int owner) {
        return owner == 0 ? 2 : 3;
    }
}
