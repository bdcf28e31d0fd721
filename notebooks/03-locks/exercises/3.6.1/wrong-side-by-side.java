// no shared line: sixteen words of four bytes fill one line, so all eight are on it
class MyPlaces implements Placement {
    public long offset(int word) { return 4L * word; }
}
