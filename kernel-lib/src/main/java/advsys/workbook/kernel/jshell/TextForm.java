package advsys.workbook.kernel.jshell;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Collections and maps as text, by what they hold, arrays included, however deep; anything else as it says itself.
/// Long ones are cut, with their size.
final class TextForm {
    private static final int MOST = 1_000;

    private final StringBuilder text = new StringBuilder();
    private final Deque<Object> around = new ArrayDeque<>();

    private TextForm() {}

    /// True for collections, maps and what stands in them. A list of records is better shown as a table.
    static boolean suits(@Nullable Object value) {
        boolean holder = value instanceof Collection || value instanceof Map || value instanceof Map.Entry;
        boolean rows = value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Record;
        return (holder && !rows && isJdk(value)) || value instanceof Optional;
    }

    static String of(@Nullable Object value) {
        TextForm form = new TextForm();
        form.add(value);
        return form.text.toString();
    }

    @SuppressWarnings("ReferenceEquality") // a holder within itself, not within an equal one
    private void add(@Nullable Object value) {
        if (value == null) {
            text.append("null");
        } else if (around.stream().anyMatch(outer -> outer == value)) {
            text.append("(itself)");
        } else if (value.getClass().isArray()) {
            within(value, '[', elements(value), Array.getLength(value), ']');
        } else if (value instanceof Collection<?> collection && isJdk(value)) {
            within(value, '[', collection.iterator(), collection.size(), ']');
        } else if (value instanceof Map<?, ?> map && isJdk(value)) {
            within(value, '{', map.entrySet().iterator(), map.size(), '}');
        } else if (value instanceof Map.Entry<?, ?> entry && isJdk(value)) {
            add(entry.getKey());
            text.append('=');
            add(entry.getValue());
        } else if (value instanceof Optional<?> optional && optional.isPresent()) {
            text.append("Optional[");
            add(optional.get());
            text.append(']');
        } else {
            text.append(value);
        }
    }

    /// The JDK's own print their elements one by one; what a reader's class prints is its own affair.
    private static boolean isJdk(@Nullable Object value) {
        return value != null && value.getClass().getName().startsWith("java.util.");
    }

    private void within(Object container, char open, Iterator<?> elements, int size, char close) {
        around.push(container);
        text.append(open);
        for (int i = 0; i < MOST && elements.hasNext(); i++) {
            text.append(i == 0 ? "" : ", ");
            add(elements.next());
        }
        if (elements.hasNext()) {
            text.append(", … ").append(size).append(" in all");
        }
        text.append(close);
        around.pop();
    }

    private static Iterator<Object> elements(Object array) {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < Array.getLength(array);
            }

            @Override
            public Object next() {
                return Array.get(array, next++);
            }
        };
    }
}
