package advsys.workbook.rerun;

import java.util.List;
import java.util.stream.Collectors;

/// What a parameter is set to.
///
/// @param source the Java expression
/// @param plain the same for JSON: a number, a truth value, a text, or a list of values
public record Value(String source, Object plain) {

    /// An array.
    static Value of(String elementType, List<Value> elements) {
        String inside = elements.stream().map(Value::source).collect(Collectors.joining(", "));
        return new Value(
                "new " + elementType + "[] {" + inside + "}",
                elements.stream().map(Value::plain).toList());
    }

    /// As one writes it on the command line: `{1, 2, 4}`, `5`, `fast`.
    @Override
    public String toString() {
        return plain instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"))
                : String.valueOf(plain);
    }
}
