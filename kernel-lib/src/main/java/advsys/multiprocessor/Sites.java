package advsys.multiprocessor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The places in woven code that access a field: a number for each, and the field's offset once it is known. Beside
/// them the lines of source, each with a number too.
final class Sites {
    private static final List<String> FIELDS = new ArrayList<>(); // guarded by the class
    private static volatile int[] offsets = new int[0]; // 0 is not yet known; all of them guarded by the class

    private static final List<String> PLACES = new ArrayList<>(); // guarded by the class
    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    static {
        place("outside of the program"); // SimulatedThread.OUTSIDE
    }

    private Sites() {}

    /// A number for a line of source.
    static synchronized int place(String source) {
        return NUMBERS.computeIfAbsent(source, added -> {
            PLACES.add(added);
            return PLACES.size() - 1;
        });
    }

    /// The line of source with this number.
    static synchronized String source(int place) {
        return PLACES.get(place);
    }

    /// A number for a place that accesses `field`.
    static synchronized int add(String field) {
        FIELDS.add(field);
        offsets = Arrays.copyOf(offsets, FIELDS.size());
        return FIELDS.size() - 1;
    }

    static synchronized String name(int site) {
        return FIELDS.get(site);
    }

    /// A place always accesses the same field, and a superclass's fields lie where they lie in every subclass.
    static int offset(int site, Object object, Layouts layouts) {
        int known = offsets[site];
        return known != 0 ? known : find(site, object, layouts);
    }

    private static synchronized int find(int site, Object object, Layouts layouts) {
        int offset = layouts.offset(object.getClass(), FIELDS.get(site));
        offsets[site] = offset;
        return offset;
    }
}
