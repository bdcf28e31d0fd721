package advsys.workbook.grading.sandbox.wire;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Records as plain data, and back.
///
/// - **Guarantee** [#of] makes only objects of the types that its caller's type mentions: numbers, texts,
///   enum constants, durations, lists, maps, optionals, arrays, and records of these. What is sent chooses
///   nothing but values, and among the records of a sealed interface.
public final class Records {
    private Records() {}

    /// `value` as plain data.
    ///
    /// @throws WireException if some part of it is none
    public static @Nullable Object data(@Nullable Object value) throws WireException {
        return switch (value) {
            case null -> null;
            case Boolean truth -> truth;
            case Long number -> number;
            case Integer number -> (long) number;
            case Short number -> (long) number;
            case Byte number -> (long) number;
            case Double number -> number;
            case Float number -> (double) number;
            case String text -> text;
            case Character letter -> letter.toString();
            case Enum<?> constant -> constant.name();
            case Duration time -> time.toNanos();
            case Optional<?> maybe -> maybe.isPresent() ? list(List.of(maybe.get())) : List.of();
            case Collection<?> all -> list(all);
            case Map<?, ?> map -> {
                List<@Nullable Object> pairs = new ArrayList<>();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    pairs.add(list(Arrays.asList(entry.getKey(), entry.getValue())));
                }
                yield pairs;
            }
            case Record record -> parts(record);
            default -> {
                if (value.getClass().isArray()) {
                    yield list(IntStream.range(0, Array.getLength(value))
                            .mapToObj(i -> Array.get(value, i))
                            .toList());
                }
                throw new WireException("a " + value.getClass().getSimpleName() + " is no plain data");
            }
        };
    }

    private static List<@Nullable Object> list(Collection<?> all) throws WireException {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object each : all) {
            list.add(data(each));
        }
        return list;
    }

    private static Parts parts(Record record) throws WireException {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                values.add(data(component.getAccessor().invoke(record)));
            } catch (ReflectiveOperationException failed) {
                throw new WireException(record.getClass().getSimpleName() + "." + component.getName() + ": " + failed);
            }
        }
        return new Parts(record.getClass().getSimpleName(), values);
    }

    /// A `type` made of plain data.
    ///
    /// @throws WireException if the data is none of it
    public static <T> T of(Class<T> type, @Nullable Object data) throws WireException {
        Object made = make(type, data);
        if (made == null) {
            throw new WireException("nothing, where there should be a " + type.getSimpleName());
        }
        return type.cast(made);
    }

    /// The same for any type of plain data; null only where null was sent.
    ///
    /// @throws WireException if the data is none of it
    public static @Nullable Object value(Type type, @Nullable Object data) throws WireException {
        return switch (type) {
            case Class<?> plain -> make(plain, data);
            case ParameterizedType generic -> make(generic, data);
            case WildcardType wild -> value(wild.getUpperBounds()[0], data);
            default -> throw new WireException(type + " is no type of plain data");
        };
    }

    private static @Nullable Object make(Class<?> type, @Nullable Object data) throws WireException {
        return switch (data) {
            case null -> {
                if (type.isPrimitive()) {
                    throw new WireException("nothing, where there should be a " + type);
                }
                yield null;
            }
            case Boolean truth when type == boolean.class || type == Boolean.class || type == Object.class -> truth;
            case Long number -> number(type, number);
            case Double number when type == double.class || type == Double.class || type == Object.class -> number;
            case Double number when type == float.class || type == Float.class -> number.floatValue();
            case String text -> text(type, text);
            case Parts parts -> record(type, parts);
            case List<?> list when type.isArray() -> array(type.getComponentType(), list);
            case List<?> list when type == Object.class -> list;
            default -> throw unfit(type, data);
        };
    }

    private static Object number(Class<?> type, long number) throws WireException {
        if (type == long.class || type == Long.class || type == Object.class) {
            return number;
        } else if ((type == int.class || type == Integer.class) && number == (int) number) {
            return (int) number;
        } else if ((type == short.class || type == Short.class) && number == (short) number) {
            return (short) number;
        } else if ((type == byte.class || type == Byte.class) && number == (byte) number) {
            return (byte) number;
        } else if (type == Duration.class) {
            return Duration.ofNanos(number);
        }
        throw unfit(type, number);
    }

    private static Object text(Class<?> type, String text) throws WireException {
        if (type == String.class || type == Object.class || type == CharSequence.class) {
            return text;
        } else if ((type == char.class || type == Character.class) && text.length() == 1) {
            return text.charAt(0);
        } else if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(text)) {
                    return constant;
                }
            }
        }
        throw unfit(type, text);
    }

    private static Object array(Class<?> type, List<?> list) throws WireException {
        Object array = Array.newInstance(type, list.size());
        for (int i = 0; i < list.size(); i++) {
            Array.set(array, i, value(type, list.get(i)));
        }
        return array;
    }

    private static Object record(Class<?> type, Parts parts) throws WireException {
        if (type == Object.class) {
            return parts;
        }
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                if (permitted.isSealed() || permitted.getSimpleName().equals(parts.name())) {
                    return record(permitted, parts);
                }
            }
        }
        if (!type.isRecord()
                || type.getRecordComponents().length != parts.values().size()) {
            throw unfit(type, parts);
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getGenericType(), parts.values().get(i));
        }
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new WireException(type.getSimpleName() + ": " + refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new WireException(type.getSimpleName() + ": " + impossible);
        }
    }

    private static Object make(ParameterizedType type, @Nullable Object data) throws WireException {
        Type[] arguments = type.getActualTypeArguments();
        if (!(data instanceof List<?> list)) {
            throw unfit(type, data);
        }
        if (type.getRawType() == Optional.class && list.size() <= 1) {
            return list.isEmpty() ? Optional.empty() : Optional.ofNullable(value(arguments[0], list.getFirst()));
        } else if (type.getRawType() == List.class || type.getRawType() == Collection.class) {
            List<@Nullable Object> made = new ArrayList<>();
            for (Object each : list) {
                made.add(value(arguments[0], each));
            }
            return made;
        } else if (type.getRawType() == Map.class) {
            Map<@Nullable Object, @Nullable Object> made = new HashMap<>();
            for (Object each : list) {
                if (!(each instanceof List<?> pair) || pair.size() != 2) {
                    throw unfit(type, each);
                }
                made.put(value(arguments[0], pair.get(0)), value(arguments[1], pair.get(1)));
            }
            return made;
        }
        throw unfit(type, data);
    }

    private static WireException unfit(Type type, @Nullable Object data) {
        String kind = data == null ? "nothing" : "a " + data.getClass().getSimpleName();
        return new WireException(kind + ", where there should be a " + type.getTypeName());
    }
}
