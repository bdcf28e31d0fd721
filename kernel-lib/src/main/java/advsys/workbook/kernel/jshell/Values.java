package advsys.workbook.kernel.jshell;

import advsys.lab.Bundle;
import advsys.lab.Renderers;
import advsys.lab.stop.StopError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a value looks like. A value that fails to show itself, with whatever error, is shown by the name of its class.
final class Values {
    private Values() {}

    /// `value` in every form it has.
    static Bundle bundle(@Nullable Object value) {
        try {
            return TextForm.suits(value)
                    ? Bundle.text(TextForm.of(value))
                    : Optional.ofNullable(Renderers.bundle(value)) // the reader's own shown() may give anything
                            .orElseThrow(() -> new NullPointerException("it gave null"));
        } catch (StopError interrupted) {
            throw interrupted;
        } catch (Throwable failed) { // the reader's own toString() may throw anything
            return Bundle.text(failure(value, failed));
        }
    }

    /// `value` in the forms called `types` only. Text is taken as it is: `display("<b>now</b>", "text/html")`.
    ///
    /// @throws IllegalArgumentException if it has none of them
    static Bundle bundle(@Nullable Object value, List<String> types) {
        Bundle whole = bundle(value);
        Map<String, Object> chosen = new LinkedHashMap<>();
        for (String type : types) {
            Object form = whole.data().get(type);
            if (value instanceof CharSequence text && !type.equals(Bundle.TEXT)) {
                form = text.toString();
            }
            if (form != null) {
                chosen.put(type, form);
            }
        }
        if (chosen.isEmpty() && !types.isEmpty()) {
            throw new IllegalArgumentException("this " + (value == null ? "null" : typeName(value.getClass()))
                    + " has no form " + String.join(" or ", types) + "; it has "
                    + String.join(", ", whole.data().keySet()));
        }
        if (types.isEmpty()) {
            return whole;
        }
        chosen.putIfAbsent(Bundle.TEXT, whole.text());
        return new Bundle(chosen, whole.metadata());
    }

    private static String failure(@Nullable Object value, Throwable failed) {
        String type = value == null ? "null" : typeName(value.getClass());
        String message;
        try {
            message = String.valueOf(failed.getMessage());
        } catch (Throwable again) { // the reader's own getMessage()
            message = again.getClass().getSimpleName();
        }
        return type + " (cannot be shown: " + typeName(failed.getClass()) + ": " + message + ")";
    }

    static String typeName(Class<?> type) {
        return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
    }
}
