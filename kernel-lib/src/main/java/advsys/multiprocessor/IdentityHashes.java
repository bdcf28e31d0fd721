package advsys.multiprocessor;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;

/// In place of the hash that the JVM gives an object by chance, one by order: the first object that is asked for it
/// since a subject was made has the first. So a hash table of threads, say, fills in the same way in every run. Public
/// only because woven classes link to it.
public final class IdentityHashes {
    private static final ClassValue<Boolean> BY_IDENTITY = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            try {
                return type.getMethod("hashCode").getDeclaringClass() == Object.class;
            } catch (NoSuchMethodException impossible) { // every class has it
                return false;
            }
        }
    };
    private static final Map<Key, Integer> HASHES = new HashMap<>(); // guarded by the class
    private static final ReferenceQueue<Object> GONE = new ReferenceQueue<>();
    private static final int GOLDEN = 0x9E3779B9;
    private static int last; // guarded by the class

    private IdentityHashes() {}

    /// An object, not kept alive by this.
    private static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(Object object) {
            super(object, GONE);
            this.hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // two keys of the same object
        public boolean equals(Object other) {
            return this == other || (other instanceof Key key && get() != null && get() == key.get());
        }
    }

    /// A subject is made: numbers begin anew.
    static synchronized void restart() {
        last = 0;
    }

    public static int hashCode(Object object) {
        return switch (object) {
            case Enum<?> constant -> constant.name().hashCode();
            case Class<?> type -> type.getName().hashCode();
            default -> BY_IDENTITY.get(object.getClass()) ? identityHashCode(object) : object.hashCode();
        };
    }

    public static int ofNullable(Object object) {
        return object == null ? 0 : hashCode(object);
    }

    public static synchronized int identityHashCode(Object object) {
        if (object == null) {
            return 0;
        }
        for (Object gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            HASHES.remove((Key) gone);
        }
        return HASHES.computeIfAbsent(new Key(object), unknown -> (++last * GOLDEN) >>> 1);
    }
}
