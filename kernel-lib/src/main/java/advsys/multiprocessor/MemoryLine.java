package advsys.multiprocessor;

import java.util.ArrayList;
import java.util.List;

/// 64 bytes of simulated memory.
final class MemoryLine {
    /// An object, and where it begins: before the line when that is negative.
    record Contents(Object object, int start) {}

    final int number; // the caches know it by that
    final int home; // the node whose memory it is
    final String name; // of the first object in it
    private final Counters counters = new Counters();
    long hits; // which the counters do not have yet
    final List<Contents> contents = new ArrayList<>(1);
    long used; // which of its bytes an access began at, a bit for each
    long spinners; // the CPUs that sleep until they lose their copy, a bit for each
    private String read = ""; // made when they are first needed
    private String written = "";

    // For look-ahead
    long users; // the CPUs that have missed on it, a bit for each
    long readAhead = -1; // the turn of the last read, and write, that went ahead of others
    long writtenAhead = -1;

    MemoryLine(int number, int home, String name) {
        this.number = number;
        this.home = home;
        this.name = name;
    }

    Counters counters() {
        counters.accesses += hits;
        hits = 0;
        return counters;
    }

    /// What a trace calls a miss on it.
    String miss(boolean store) {
        String known = store ? written : read;
        return known.isEmpty() ? name(store) : known;
    }

    private String name(boolean store) {
        String made = (store ? "writes" : "reads") + " line " + number + " (" + name + ")";
        if (store) {
            written = made;
        } else {
            read = made;
        }
        return made;
    }
}
