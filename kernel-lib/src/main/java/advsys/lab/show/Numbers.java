package advsys.lab.show;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Numbers as people read them: whole numbers whole, everything else to three digits that count.
public final class Numbers {
    private static final double WHOLE = 1e15; // beyond this a double no longer tells neighbours apart
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

    private Numbers() {}

    /// The number for a table: `4`, `0.512`, `12.3`, `1235`, `1.2e-05`, and a dash for what is not a number.
    public static String text(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < WHOLE) {
            return Long.toString((long) value);
        }
        if (size >= WHOLE || size < 1e-4) {
            return scientific(value);
        }
        if (size >= 1000) {
            return Long.toString(Math.round(value));
        }
        return new BigDecimal(value).round(THREE_DIGITS).toPlainString(); // 19.0 is known better than 19
    }

    /// Any value for a table: numbers as [#text(double)], whole types exactly, everything else as its own text.
    public static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "–";
            case Double number -> text(number.doubleValue());
            case Float number -> text(number.doubleValue());
            default -> String.valueOf(value);
        };
    }

    /// The number for an axis: as [#text(double)], with thin spaces between thousands: `120 000`.
    public static String axis(double value) {
        double size = Math.abs(value);
        if (size < 1e-15) {
            return "0";
        }
        if (size >= 1e9 || size < 1e-4) {
            return powerOfTen(scientific(value));
        }
        String plain = new BigDecimal(value)
                .round(new MathContext(10))
                .stripTrailingZeros()
                .toPlainString();
        boolean negative = plain.startsWith("-");
        String digits = negative ? plain.substring(1) : plain;
        int whole = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        if (whole <= 4) {
            return (negative ? "−" : "") + digits;
        }
        StringBuilder spaced = new StringBuilder(digits);
        for (int i = whole - 3; i > 0; i -= 3) {
            spaced.insert(i, '\u2009');
        }
        return (negative ? "−" : "") + spaced;
    }

    /// A power of ten for a logarithmic axis: `0.01`, `1`, `1000`, `10⁶`.
    public static String decade(double value) {
        int exponent = (int) Math.rint(Math.log10(value));
        return exponent >= -4 && exponent <= 4 ? axis(value) : "10" + superscript(exponent);
    }

    private static String scientific(double value) {
        BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }

    private static String powerOfTen(String scientific) {
        int e = scientific.indexOf('e');
        String digits = scientific.substring(0, e).replace('-', '−');
        String power = "10" + superscript(Integer.parseInt(scientific.substring(e + 1)));
        return digits.equals("1") ? power : digits + "·" + power;
    }

    private static String superscript(int exponent) {
        StringBuilder raised = new StringBuilder();
        for (char digit : Integer.toString(exponent).toCharArray()) {
            raised.append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return raised.toString();
    }
}
