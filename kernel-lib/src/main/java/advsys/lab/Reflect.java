package advsys.lab;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Records as rows: their components' names and values.
final class Reflect {
    private Reflect() {}

    static List<String> names(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /// The values of all components.
    static @Nullable Object[] values(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(component -> get(component, record))
                .toArray();
    }

    /// The value of the first component; null when there is none.
    static @Nullable Object first(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        return components.length == 0 ? null : get(components[0], record);
    }

    /// The values by name, in order.
    static Map<String, @Nullable Object> map(Record record) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            map.put(component.getName(), get(component, record));
        }
        return map;
    }

    @SuppressWarnings("NullAway") // a component may be null, and is passed on as it is
    static Object get(RecordComponent component, Object record) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true); // records of a cell or a chapter need not be public
            return accessor.invoke(record);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    component.getName() + " of " + record.getClass().getName() + " throws " + e.getCause(),
                    e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(
                    "cannot read " + component.getName() + " of "
                            + record.getClass().getName(),
                    e);
        }
    }
}
