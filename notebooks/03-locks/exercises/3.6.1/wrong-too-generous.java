// within the block: each is alone, but the fifth is already outside the 1024 bytes
class MyPlaces implements Placement {
    public long offset(int word) { return 256L * word; }
}
