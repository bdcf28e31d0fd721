package advsys.workbook.rerun;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The units that a value may be given in, and that names and comments speak of: of time, and of memory.
///
/// A unit is read from the end of a name (`holdNanos`), or from brackets in the comment (`// how long (ms)`).
enum Quantity {
    NANOS("ns", 1, "Nanos", "Nanoseconds"),
    MICROS("µs", 1_000, "Micros", "Microseconds"),
    MILLIS("ms", 1_000_000, "Millis", "Milliseconds"),
    SECONDS("s", 1_000_000_000L, "Seconds", "Seconds"),
    MINUTES("min", 60_000_000_000L, "Minutes", "Minutes"),
    HOURS("h", 3_600_000_000_000L, "Hours", "Hours"),
    BYTES("B", 1, "Bytes", "Bytes"),
    KIBIBYTES("KiB", 1L << 10, "KiB", "Kibibytes"),
    MEBIBYTES("MiB", 1L << 20, "MiB", "Mebibytes"),
    GIBIBYTES("GiB", 1L << 30, "GiB", "Gibibytes");

    private static final Pattern WITH_UNIT = Pattern.compile("([-+]?[0-9._]+(?:[eE][-+]?[0-9]+)?)\\s*([a-zA-Zµμ]+)");
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]([a-zA-Zµμ]+)[)\\]]");

    private final String sign;
    private final long size;
    private final String plural;
    private final String longPlural;

    Quantity(String sign, long size, String plural, String longPlural) {
        this.sign = sign;
        this.size = size;
        this.plural = plural;
        this.longPlural = longPlural;
    }

    /// "ns", "KiB".
    String sign() {
        return sign;
    }

    boolean isTime() {
        return compareTo(HOURS) <= 0;
    }

    /// The unit that a declaration speaks of; null when it speaks of none.
    static @Nullable Quantity of(String name, String comment) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Quantity unit : values()) {
            for (String each : List.of(unit.plural, unit.longPlural)) {
                if (name.endsWith(each) || lower.equals(each.toLowerCase(Locale.ROOT))) {
                    return unit;
                }
            }
        }
        Matcher brackets = IN_BRACKETS.matcher(comment);
        while (brackets.find()) {
            Optional<Quantity> unit = ofSign(brackets.group(1));
            if (unit.isPresent()) {
                return unit.orElseThrow();
            }
        }
        return null;
    }

    static Optional<Quantity> ofSign(String text) {
        String plain = text.equals("us") || text.equals("μs") ? "µs" : text; // the letter mu is not the micro sign
        return Arrays.stream(values()).filter(unit -> unit.sign.equals(plain)).findFirst();
    }

    /// A number with its unit: `5ms`.
    record Amount(BigDecimal number, Quantity unit) {
        /// How many of `other` it is.
        ///
        /// @throws IllegalArgumentException if one is a time and the other is not, or it is periodic
        BigDecimal in(Quantity other) {
            if (unit.isTime() != other.isTime()) {
                throw new IllegalArgumentException(
                        unit.sign + " is a unit of " + (unit.isTime() ? "time" : "memory") + ", and wanted is "
                                + (other.isTime() ? "a time" : "an amount of memory") + " in " + other.sign);
            }
            BigDecimal whole = number.multiply(BigDecimal.valueOf(unit.size));
            try {
                return whole.divide(BigDecimal.valueOf(other.size)).stripTrailingZeros();
            } catch (ArithmeticException periodic) {
                throw new IllegalArgumentException(
                        number + unit.sign + " is no finite number of " + other.sign, periodic);
            }
        }
    }

    /// The number and the unit of `5ms`; nothing for a text of another form.
    static Optional<Amount> amount(String text) {
        Matcher parts = WITH_UNIT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(parts.group(1).replace("_", ""));
            return ofSign(parts.group(2)).map(unit -> new Amount(number, unit));
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }

    /// The signs of time or of memory, for messages.
    static String signs(boolean time) {
        return String.join(
                ", ",
                Arrays.stream(values())
                        .filter(unit -> unit.isTime() == time)
                        .map(Quantity::sign)
                        .toList());
    }
}
