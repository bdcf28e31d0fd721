package advsys.multiprocessor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The places in woven code that access a field: a number for each, and the field's offset once it is known.
final class Sites {
    private static final List<String> FIELDS = new ArrayList<>(); // guarded by the class
    private static volatile int[] offsets = new int[0]; // 0 is not yet known; all of them guarded by the class

    private Sites() {}

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
