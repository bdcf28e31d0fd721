package advsys.lab.show;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A column's name as a title with its unit: `acquisitionsPerMicrosecond` is *acquisitions per µs*, `latencyNanos` is
/// *latency (ns)*, `hitRate` is *hit rate (%)*.
///
/// @param title for an axis or the head of a table
/// @param share the values are shares of 1, shown as per cent
public record ColumnName(String title, boolean share) {
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("nanos", "ns"),
            Map.entry("nanoseconds", "ns"),
            Map.entry("nanosecond", "ns"),
            Map.entry("micros", "µs"),
            Map.entry("microseconds", "µs"),
            Map.entry("microsecond", "µs"),
            Map.entry("millis", "ms"),
            Map.entry("milliseconds", "ms"),
            Map.entry("millisecond", "ms"),
            Map.entry("seconds", "s"),
            Map.entry("second", "s"),
            Map.entry("minutes", "min"),
            Map.entry("minute", "min"),
            Map.entry("hours", "h"),
            Map.entry("hour", "h"),
            Map.entry("bytes", "bytes"),
            Map.entry("kibibytes", "KiB"),
            Map.entry("mebibytes", "MiB"),
            Map.entry("gibibytes", "GiB"),
            Map.entry("kilobytes", "kB"),
            Map.entry("megabytes", "MB"),
            Map.entry("megahertz", "MHz"),
            Map.entry("gigahertz", "GHz"),
            Map.entry("percent", "%"));
    private static final List<String> SHARES = List.of("share", "rate", "fraction", "probability");

    /// The title of `column`. Its values decide whether a *rate* is a share of 1: pass what lies between their smallest
    /// and greatest.
    public static ColumnName of(String column, double smallest, double greatest) {
        List<String> words = words(column);
        String last = words.getLast();
        int per = words.indexOf("per");
        if (per > 0 && per == words.size() - 2) {
            String unit = UNITS.getOrDefault(last, last);
            return new ColumnName(String.join(" ", words.subList(0, per)) + " per " + unit, false);
        }
        if (SHARES.contains(last) && smallest >= 0 && greatest <= 1) {
            return new ColumnName(String.join(" ", words) + " (%)", true);
        }
        String unit = UNITS.get(last);
        if (unit == null) {
            return new ColumnName(String.join(" ", words), false);
        }
        if (words.size() == 1) {
            return new ColumnName(unit.equals("bytes") ? unit : unit.equals("%") ? "%" : "time (" + unit + ")", false);
        }
        return new ColumnName(String.join(" ", words.subList(0, words.size() - 1)) + " (" + unit + ")", false);
    }

    /// The title of a column of whose values nothing is known.
    public static ColumnName of(String column) {
        return of(column, Double.NaN, Double.NaN);
    }

    /// The words of a name in camel case, in lower case but for acronyms and single capitals: *bus transactions*, *CPU
    /// time*. A name with spaces stays as it is.
    static List<String> words(String column) {
        if (column.isBlank() || column.indexOf(' ') >= 0) {
            return List.of(Plain.line(column, 80));
        }
        String[] parts = column.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_-]+");
        return java.util.Arrays.stream(parts)
                .filter(part -> !part.isEmpty())
                .map(part -> part.length() > 1 && part.equals(part.toUpperCase(Locale.ROOT))
                        ? part
                        : part.toLowerCase(Locale.ROOT))
                .map(part -> Plain.line(part, 80))
                .toList();
    }
}
