package advsys.multiprocessor;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/// Which field an updater of `java.util.concurrent.atomic` is for: it does not say so itself. Public only because woven
/// classes link to it.
public final class Updaters {
    private static final Map<Object, String> FIELDS = Collections.synchronizedMap(new WeakHashMap<>());

    private Updaters() {}

    /// An updater has just been made.
    public static void made(Object updater, String field) {
        FIELDS.put(updater, field);
    }

    static String field(Object updater) {
        return FIELDS.getOrDefault(updater, "");
    }
}
