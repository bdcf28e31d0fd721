package advsys.workbook.kernel.jshell;

import java.lang.reflect.Array;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// From plain values (numbers, truth values, texts, lists of them) to what a variable of a certain type holds.
final class Plain {
    private Plain() {}

    /// @throws IllegalArgumentException if `value` is nothing for `type`
    static Object as(Class<?> type, Object value) {
        if (type.isArray() && value instanceof List<?> list) {
            Object array = Array.newInstance(type.componentType(), list.size());
            for (int i = 0; i < list.size(); i++) {
                Array.set(array, i, as(type.componentType(), list.get(i)));
            }
            return array;
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(value + " is no constant of " + type));
        }
        return switch (value) {
            case Number number -> number(type, number);
            case String text when type == char.class || type == Character.class -> text.charAt(0);
            case String text when type == Duration.class -> Duration.parse(text);
            default -> value;
        };
    }

    private static Object number(Class<?> type, Number number) {
        return switch (type.getSimpleName()) {
            case "int", "Integer" -> number.intValue();
            case "long", "Long" -> number.longValue();
            case "short", "Short" -> number.shortValue();
            case "byte", "Byte" -> number.byteValue();
            case "float", "Float" -> number.floatValue();
            case "double", "Double" -> number.doubleValue();
            default -> throw new IllegalArgumentException(type + " holds no numbers");
        };
    }
}
