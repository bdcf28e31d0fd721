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
    final String read; // what a trace calls a miss, made once
    final String written;
    final Counters counters = new Counters();
    final List<Contents> contents = new ArrayList<>(1);
    long used; // which of its bytes an access began at, a bit for each
    long spinners; // the CPUs that sleep until they lose their copy, a bit for each

    MemoryLine(int number, int home, String name) {
        this.number = number;
        this.home = home;
        this.name = name;
        this.read = "reads line " + number + " (" + name + ")";
        this.written = "writes line " + number + " (" + name + ")";
    }
}
