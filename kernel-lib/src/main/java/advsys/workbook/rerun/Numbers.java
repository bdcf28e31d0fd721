package advsys.workbook.rerun;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers as Java writes them (`1_000`, `0xFF`, `2.5e3`, `5L`), and with a unit (`5ms`).
final class Numbers {
    private static final Pattern WHOLE =
            Pattern.compile("[-+]?(0[xX][0-9a-fA-F](?:[0-9a-fA-F_]*[0-9a-fA-F])?|0[bB][01](?:[01_]*[01])?"
                    + "|[0-9](?:[0-9_]*[0-9])?)[lL]?");
    private static final Pattern FLOATING =
            Pattern.compile("[-+]?([0-9][0-9_]*\\.?[0-9_]*|\\.[0-9][0-9_]*)([eE][-+]?[0-9]+)?[dDfF]?");

    private Numbers() {}

    static long whole(String text, @Nullable Quantity unit, boolean suffix) {
        Optional<Quantity.Amount> amount = Quantity.amount(text);
        if (amount.isPresent()) {
            try {
                return inUnit(amount.orElseThrow(), unit).longValueExact();
            } catch (ArithmeticException broken) {
                throw new IllegalArgumentException("it is no whole number of " + sign(unit), broken);
            }
        }
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException("it is no whole number as Java writes them" + orWithUnit(unit));
        }
        String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
        if (digits.endsWith("l")) {
            if (!suffix) {
                throw new IllegalArgumentException("the suffix L makes it a long");
            }
            digits = digits.substring(0, digits.length() - 1);
        }
        boolean negative = digits.startsWith("-");
        String unsigned = digits.startsWith("-") || digits.startsWith("+") ? digits.substring(1) : digits;
        int radix = unsigned.startsWith("0x") ? 16 : unsigned.startsWith("0b") ? 2 : 10;
        if (radix == 10 && unsigned.length() > 1 && unsigned.startsWith("0")) {
            throw new IllegalArgumentException("with a 0 in front Java reads it as an octal number: leave the 0 out");
        }
        try {
            return Long.parseLong((negative ? "-" : "") + (radix == 10 ? unsigned : unsigned.substring(2)), radix);
        } catch (NumberFormatException large) {
            throw new IllegalArgumentException("it is too large", large);
        }
    }

    static double floating(String text, @Nullable Quantity unit) {
        Optional<Quantity.Amount> amount = Quantity.amount(text);
        if (amount.isPresent()) {
            return inUnit(amount.orElseThrow(), unit).doubleValue();
        }
        if (!FLOATING.matcher(text).matches()) {
            throw new IllegalArgumentException("it is no number as Java writes them" + orWithUnit(unit));
        }
        double number = Double.parseDouble(text.replace("_", ""));
        if (Double.isInfinite(number)) {
            throw new IllegalArgumentException("it is too large");
        }
        return number;
    }

    static Value duration(String text) {
        String wanted = "it is no duration such as 5ms, 1.5s or PT5S; the units are " + Quantity.signs(true);
        Optional<Quantity.Amount> amount = Quantity.amount(text);
        try {
            Duration duration;
            if (amount.isPresent()) {
                BigDecimal nanos = amount.orElseThrow().in(Quantity.NANOS);
                duration = Duration.ofNanos(nanos.longValueExact());
            } else if (text.toUpperCase(Locale.ROOT).startsWith("P")) {
                duration = Duration.parse(text);
            } else {
                throw new IllegalArgumentException(wanted);
            }
            return new Value("java.time.Duration.parse(\"" + duration + "\")", duration.toString());
        } catch (DateTimeException | ArithmeticException wrong) {
            throw new IllegalArgumentException(wanted, wrong);
        }
    }

    private static BigDecimal inUnit(Quantity.Amount amount, @Nullable Quantity unit) {
        if (unit == null) {
            throw new IllegalArgumentException(
                    "neither its name nor its comment says in which unit it counts," + " so give a number without one");
        }
        return amount.in(unit);
    }

    private static String orWithUnit(@Nullable Quantity unit) {
        return unit == null ? "" : ", nor one with a unit (" + Quantity.signs(unit.isTime()) + ")";
    }

    private static String sign(@Nullable Quantity unit) {
        return unit == null ? "" : unit.sign();
    }
}
