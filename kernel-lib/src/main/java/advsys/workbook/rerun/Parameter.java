package advsys.workbook.rerun;

import org.jspecify.annotations.Nullable;

/// One declaration of the cell tagged `parameters`.
///
/// @param name what it is called
/// @param type as declared; of a `var`, that of its literal
/// @param initial the expression that it is declared with
/// @param unit what it counts, from its name or its comment; null when neither says
/// @param range what its comment allows
/// @param comment the comment behind it
record Parameter(
        String name, Type type, String initial, @Nullable Quantity unit, Range range, String comment) {

    /// Reads a value for it.
    ///
    /// @throws IllegalArgumentException naming the parameter, its type and what is wrong with `text`
    Value read(String text) {
        try {
            Value value = type.read(text.strip(), unit);
            range.require(value.plain());
            return value;
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    name + "=" + text + ": " + wrong.getMessage() + " (" + declared() + ")", wrong);
        }
    }

    /// "holdNanos is an int in ns, 0..1000".
    private String declared() {
        return name + " is declared as " + type.name() + (unit == null ? "" : " in " + unit.sign())
                + (range.equals(Range.ALL) ? "" : ", " + range);
    }
}
