package advsys.multiprocessor;

import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Where the fields of an object lie: a header of 12 bytes, then the fields, a superclass's before its subclass's, the
/// large before the small, as HotSpot lays them out with compressed references.
///
///     0          12         16
///     header     int field  long field …
///
/// Those of a class of the JDK's own that is `@Contended` lie 128 bytes from all others. Small fields fill the hole
/// before the first large one. Arrays begin at 16.
final class Layouts {
    static final int HEADER = 12;
    static final int ARRAY = 16;
    private static final int APART = 128; // bytes before and behind, as HotSpot's ContendedPaddingWidth

    /// What is known of a class.
    private record Layout(Map<String, Integer> offsets, int end) {}

    private final Map<Class<?>, Layout> layouts = new HashMap<>();
    private final Map<Class<?>, Layout> statics = new HashMap<>();

    /// Where the field `name` that `owner` or a superclass declares lies.
    int offset(Class<?> owner, String name) {
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            Integer offset = layout(type).offsets.get(name);
            if (offset != null) {
                return offset;
            }
        }
        return HEADER; // not a field of Java's: the object's first word stands for it
    }

    /// Where the field behind a handle lies in `object`.
    int offset(VarHandle handle, Object object) {
        return handle.describeConstable()
                .map(field -> offset(object.getClass(), field.constantName()))
                .orElse(HEADER);
    }

    int staticOffset(Class<?> owner, String name) {
        Layout layout = statics.computeIfAbsent(owner, type -> lay(type, true, HEADER));
        return layout.offsets.getOrDefault(name, HEADER);
    }

    int size(Object object) {
        Class<?> type = object.getClass();
        if (type.isArray()) {
            return ARRAY + Array.getLength(object) * bytes(type.getComponentType());
        }
        int elements = elements(object);
        if (elements >= 0) {
            return ARRAY + 8 * elements;
        }
        return object instanceof Class<?> statically
                ? statics.computeIfAbsent(statically, known -> lay(known, true, HEADER)).end
                : layout(type).end;
    }

    /// Of an atomic array; -1 for anything else.
    private static int elements(Object object) {
        return switch (object) {
            case AtomicIntegerArray array -> array.length();
            case AtomicLongArray array -> array.length();
            case AtomicReferenceArray<?> array -> array.length();
            default -> -1;
        };
    }

    static int element(Class<?> array, int index) {
        return ARRAY + index * bytes(array.getComponentType());
    }

    /// What lies at `offset` of `object`, as it stands behind the object's name: `.serving`, `[8]`.
    String suffix(Object object, int offset) {
        Class<?> type = object instanceof Class<?> statically ? statically : object.getClass();
        if (type.isArray()) {
            return "[" + (offset - ARRAY) / bytes(type.getComponentType()) + "]";
        } else if (elements(object) >= 0) {
            return "[" + (offset - ARRAY) / 8 + "]";
        }
        for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
            Layout layout = object instanceof Class<?> ? statics.get(type) : layout(owner);
            for (Map.Entry<String, Integer> field :
                    layout == null ? Map.<String, Integer>of().entrySet() : layout.offsets.entrySet()) {
                if (field.getValue() == offset) {
                    return "." + field.getKey();
                }
            }
        }
        return ""; // its header
    }

    private Layout layout(Class<?> type) {
        Layout known = layouts.get(type);
        if (known == null) {
            Class<?> above = type.getSuperclass();
            int start = above == null ? HEADER : layout(above).end;
            known = JdkTwins.isApart(type) ? apart(lay(type, false, start + APART)) : lay(type, false, start);
            layouts.put(type, known);
        }
        return known;
    }

    private static Layout apart(Layout fields) {
        return new Layout(fields.offsets, fields.end + APART);
    }

    private static Layout lay(Class<?> type, boolean statics, int start) {
        List<Field> fields = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) == statics) {
                fields.add(field);
            }
        }
        fields.sort((a, b) -> bytes(b.getType()) - bytes(a.getType())); // stable: else in the order of the source
        Map<String, Integer> offsets = new HashMap<>();
        int at = start;
        boolean large = fields.stream().anyMatch(field -> bytes(field.getType()) == 8);
        while (large && at % 8 != 0) { // the hole in front of the first large field
            int free = 8 - at % 8;
            Field filling = fields.stream()
                    .filter(field -> bytes(field.getType()) <= free)
                    .findFirst()
                    .orElse(null);
            if (filling == null) {
                at += free;
            } else {
                at += -at & (bytes(filling.getType()) - 1);
                offsets.put(filling.getName(), at);
                at += bytes(filling.getType());
                fields.remove(filling);
            }
        }
        for (Field field : fields) {
            int bytes = bytes(field.getType());
            at = (at + bytes - 1) & -bytes;
            offsets.put(field.getName(), at);
            at += bytes;
        }
        return new Layout(offsets, at);
    }

    private static int bytes(Class<?> type) {
        if (type == long.class || type == double.class) {
            return 8;
        } else if (type == short.class || type == char.class) {
            return 2;
        }
        return type == boolean.class || type == byte.class ? 1 : 4;
    }
}
