package advsys.workbook.rerun;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The values that a parameter's comment allows: `// how many threads, 1..64`; `1..` and `..64` are open at one end.
/// Of an array it holds for each element.
///
/// @param least null when there is none
/// @param most null when there is none
record Range(@Nullable BigDecimal least, @Nullable BigDecimal most) {
    private static final String NUMBER = "[-+]?[0-9][0-9_]*(?:\\.[0-9]+)?";
    private static final Pattern WRITTEN =
            Pattern.compile("(?<![\\w.])(" + NUMBER + ")?\\.\\.(" + NUMBER + ")?(?!\\w|\\.[\\w.])");
    static final Range ALL = new Range(null, null);

    static Range of(String comment) {
        Matcher written = WRITTEN.matcher(comment);
        while (written.find()) {
            String least = written.group(1);
            String most = written.group(2);
            if (least != null || most != null) {
                return new Range(number(least), number(most));
            }
        }
        return ALL;
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text.replace("_", ""));
    }

    /// @throws IllegalArgumentException if `value`, or an element of it, lies outside
    void require(Object value) {
        if (value instanceof List<?> list) {
            list.forEach(this::require);
        } else if (value instanceof Number number) {
            BigDecimal exact = new BigDecimal(number.toString());
            if ((least != null && exact.compareTo(least) < 0) || (most != null && exact.compareTo(most) > 0)) {
                throw new IllegalArgumentException(number + " is not in " + this);
            }
        }
    }

    @Override
    public String toString() {
        return (least == null ? "" : least) + ".." + (most == null ? "" : most);
    }
}
