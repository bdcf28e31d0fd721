package advsys.lab;

import org.jspecify.annotations.Nullable;

/// Quick mode, for checks and the impatient: fewer repeats and less warm-up; never fewer rows, sizes or laws. Switched
/// on by the system property `advsys.quick` or the environment's `ADVSYS_QUICK`, anything but empty, "0" and "false".
public final class Quick {
    /// The least number of pairs from which a sign test can tell anything.
    static final int REPEATS = 6;

    private Quick() {}

    /// Is this a quick run? Whoever examines for a while may ask, and end as soon as it has seen enough; which cases it
    /// examines must not depend on it.
    public static boolean on() {
        return on(System.getProperty("advsys.quick")) || on(System.getenv("ADVSYS_QUICK"));
    }

    private static boolean on(@Nullable String value) {
        return value != null && !value.isEmpty() && !value.equals("0") && !value.equals("false");
    }

    static int repeats(int wanted) {
        return on() ? Math.min(wanted, REPEATS) : wanted;
    }
}
