package advsys.lab;

import advsys.lab.show.Plain;
import java.awt.image.BufferedImage;
import java.lang.reflect.Array;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// How any value is shown: the one way from a value to a [Bundle], for every front end.
///
/// What is [Shown] shows itself. XChart's charts and images become pictures, Tablesaw's tables, records and lists of
/// records become tables, arrays their elements; everything else its own text.
///
/// - **Guarantee** always plain text; text of others is escaped in HTML; large tables are cut and say so.
/// - **Cost** nothing of AWT, XChart or Tablesaw is loaded for values that are none of theirs.
/// - **Errors** whatever the value's own methods throw comes out: the front end says so and goes on.
public final class Renderers {
    private static final int ELEMENTS = 100;

    private Renderers() {}

    /// What to show for `value`.
    public static Bundle bundle(@Nullable Object value) {
        return switch (value) {
            case null -> Bundle.text("null");
            case CharSequence text -> Bundle.text(text.toString());
            case Number number -> Bundle.text(number.toString());
            case Bundle bundle -> bundle;
            case Shown shown -> shown.shown();
            case Record row -> RecordsView.of(row);
            case List<?> list when RecordsView.records(list) -> RecordsView.of(list);
            default -> other(value);
        };
    }

    private static Bundle other(Object value) {
        if (value.getClass().isArray()) {
            return array(value);
        }
        // by name first, so that asking does not load a library
        for (Class<?> c = value.getClass(); c != null; c = c.getSuperclass()) {
            switch (c.getName()) {
                case "org.knowm.xchart.internal.chartpart.Chart" -> {
                    return PictureView.chart(value);
                }
                case "java.awt.image.BufferedImage" -> {
                    return PictureView.image((BufferedImage) value);
                }
                case "tech.tablesaw.api.Table" -> {
                    return TableView.of(value);
                }
                default -> {}
            }
        }
        return Bundle.text(String.valueOf(value));
    }

    private static Bundle array(Object array) {
        int length = Array.getLength(array);
        if (array instanceof Record[] records && length > 0) {
            return RecordsView.of(List.of(records));
        }
        return Bundle.text(elements(array, length, 0));
    }

    private static String elements(Object array, int length, int depth) {
        StringJoiner text = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < Math.min(length, ELEMENTS); i++) {
            Object element = Array.get(array, i);
            boolean nested = element != null && element.getClass().isArray() && depth < 3;
            text.add(
                    nested
                            ? elements(element, Array.getLength(element), depth + 1)
                            : Plain.line(String.valueOf(element), 200));
        }
        if (length > ELEMENTS) {
            text.add("… " + (length - ELEMENTS) + " more");
        }
        return text.toString();
    }
}
