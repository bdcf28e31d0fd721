package advsys.multiprocessor;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a subject's objects are called: by the fields that lead to them from the subject, `TicketLock.serving`,
/// `McsLock.seat of CPU 3`.
final class Paths {
    private static final int MOST = 4096; // objects: a long list need not be walked to its end

    private final IdentityHashMap<Object, String> names = new IdentityHashMap<>();
    private final Deque<Object> open = new ArrayDeque<>();
    private final List<SimulatedThread> threads;

    /// @param subject where all begins; null when nobody knows
    Paths(@Nullable Object subject, List<SimulatedThread> threads) {
        this.threads = threads;
        if (subject != null) {
            add(subject, subject.getClass().getSimpleName());
        }
        while (!open.isEmpty()) {
            follow(open.remove());
        }
    }

    /// The name of an object; null when no fields lead to it.
    @Nullable
    String of(Object object) {
        return names.get(object);
    }

    private void add(@Nullable Object object, String name) {
        if (object != null && names.size() < MOST && !names.containsKey(object)) {
            names.put(object, name);
            open.add(object);
        }
    }

    private void follow(Object object) {
        String name = names.get(object);
        Class<?> type = object.getClass();
        if (object instanceof Object[] array) {
            for (int i = 0; i < array.length; i++) {
                add(array[i], name + "[" + i + "]");
            }
        } else if (object instanceof SimulatedLocal<?> local) {
            for (SimulatedThread thread : threads) {
                add(thread.locals.get(local), name + " of " + thread.name());
            }
        } else {
            for (Class<?> owner = type;
                    owner != null && owner.getClassLoader() != null;
                    owner = owner.getSuperclass()) {
                for (Field field : owner.getDeclaredFields()) {
                    if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
                        add(value(field, object), name + "." + field.getName());
                    }
                }
            }
        }
    }

    private static @Nullable Object value(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return null; // then what lies behind it is called by its class
        }
    }
}
