package advsys.lab;

/// What a column's name says about its numbers: a time is better lower, a rate is better higher, and of anything else
/// nobody knows.
enum Unit {
    TIME,
    RATE,
    OTHER;

    static Unit of(String column) {
        if (column.matches(".*[pP]er(Nano|Micro|Milli)?[sS]econd")) {
            return RATE;
        }
        return column.matches(".*(Nanos|Micros|Millis|Seconds)|(nanos|micros|millis|seconds)([A-Z].*)?") ? TIME : OTHER;
    }

    /// "faster" or "slower" where that can be said, else "higher" or "lower".
    String word(boolean higher) {
        return switch (this) {
            case TIME -> higher ? "slower" : "faster";
            case RATE -> higher ? "faster" : "slower";
            case OTHER -> higher ? "higher" : "lower";
        };
    }
}
