// the same place: it hands out places in the order of the questions; asked again, the word is somewhere else
class MyPlaces implements Placement {
    private int asked;
    public long offset(int word) { return 128L * (asked++ % 8); }
}
