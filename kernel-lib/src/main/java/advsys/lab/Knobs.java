package advsys.lab;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The knobs of a scenario: the components of its record, set by name.
final class Knobs {
    private final Scenario<?, ?> defaults;
    private final RecordComponent[] components;

    Knobs(Scenario<?, ?> scenario) {
        RecordComponent @Nullable [] found = scenario.getClass().getRecordComponents();
        if (found == null) {
            throw new IllegalArgumentException("a scenario is a record, whose components are its knobs; "
                    + scenario.getClass().getName() + " is none");
        }
        this.defaults = scenario;
        this.components = found;
    }

    List<String> names() {
        return Arrays.stream(components).map(RecordComponent::getName).toList();
    }

    /// The values of one knob, ready for the record: arrays are spread, numbers widened.
    ///
    /// @throws IllegalArgumentException if there is no such knob, no value, a value of another type, or one twice
    List<Object> values(String knob, @Nullable Object... given) {
        RecordComponent component = component(knob);
        List<Object> values = new ArrayList<>();
        for (Object value : given) {
            if (value != null
                    && value.getClass().isArray()
                    && !component.getType().isInstance(value)) {
                for (int i = 0; i < Array.getLength(value); i++) {
                    values.add(convert(component, Array.get(value, i)));
                }
            } else {
                values.add(convert(component, value));
            }
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("with(\"" + knob + "\") needs at least one value");
        }
        if (values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException("with(\"" + knob + "\") has a value twice: " + values);
        }
        return values;
    }

    private RecordComponent component(String knob) {
        return Arrays.stream(components)
                .filter(component -> component.getName().equals(knob))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no knob \"" + knob + "\"; "
                        + defaults.getClass().getSimpleName() + " has " + list()));
    }

    private String list() {
        return components.length == 0
                ? "none"
                : Arrays.stream(components)
                        .map(component ->
                                component.getName() + " (" + component.getType().getSimpleName() + ")")
                        .collect(Collectors.joining(", "));
    }

    private static Object convert(RecordComponent component, @Nullable Object value) {
        Class<?> type = component.getType();
        Object converted = switch (value) {
            case null -> null;
            case Number number when type.isPrimitive() -> widen(number, type);
            case Boolean flag when type == boolean.class -> flag;
            case Character letter when type == char.class -> letter;
            case String name when type.isEnum() -> constant(type, name);
            default -> type.isInstance(value) ? value : null;
        };
        if (converted == null) {
            throw new IllegalArgumentException("the knob \"" + component.getName() + "\" takes " + expected(type)
                    + ", and " + (value instanceof String ? "\"" + value + "\"" : value) + " is "
                    + (value == null ? "nothing" : value.getClass().getSimpleName()));
        }
        return converted;
    }

    private static String expected(Class<?> type) {
        return type.isEnum() ? "one of " + Arrays.toString(type.getEnumConstants()) : type.getSimpleName();
    }

    /// As in Java's assignments: to a wider type, never to a narrower one.
    private static @Nullable Object widen(Number number, Class<?> type) {
        boolean whole = number instanceof Integer || number instanceof Short || number instanceof Byte;
        if (type == int.class && whole) {
            return number.intValue();
        } else if (type == long.class && (whole || number instanceof Long)) {
            return number.longValue();
        } else if (type == double.class && (whole || number instanceof Long || number instanceof Float)) {
            return number.doubleValue();
        } else if (type == double.class && number instanceof Double) {
            return number;
        } else if (type == float.class && (whole || number instanceof Long || number instanceof Float)) {
            return number.floatValue();
        } else if (type == short.class && (number instanceof Short || number instanceof Byte)) {
            return number.shortValue();
        }
        return type == byte.class && number instanceof Byte ? number : null;
    }

    private static @Nullable Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /// Every combination of the values given, the last knob varying fastest; knobs not given keep their default.
    List<Map<String, Object>> settings(Map<String, List<Object>> given) {
        List<Map<String, Object>> settings = List.of(Map.of());
        for (RecordComponent component : components) {
            List<Object> values = given.getOrDefault(
                    component.getName(), Collections.singletonList(Reflect.get(component, defaults)));
            settings = settings.stream()
                    .flatMap(before -> values.stream().map(value -> {
                        Map<String, Object> more = new LinkedHashMap<>(before);
                        more.put(component.getName(), value);
                        return more;
                    }))
                    .toList();
        }
        return settings;
    }

    /// A scenario with these knobs, of the class `type`: the scenario's own, or a copy of it.
    @SuppressWarnings("unchecked") // a copy has the constructor and the interfaces of the original
    <S, R extends Record> Scenario<S, R> scenario(Class<?> type, Map<String, Object> setting) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = names().stream().map(setting::get).toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (Scenario<S, R>) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    defaults.getClass().getSimpleName() + " refuses " + setting + ": " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "cannot make a " + defaults.getClass().getName() + ": " + e, e);
        }
    }
}
