class MyPlaces implements Placement {
    public long offset(int word) { return 128L * word; }
}
