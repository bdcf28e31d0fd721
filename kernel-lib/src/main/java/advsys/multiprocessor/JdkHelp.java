package advsys.multiprocessor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// In place of what the JDK's concurrent classes have from inside the JDK. Public only because woven classes link to
/// it.
public final class JdkHelp {
    private static final int MOST = Integer.MAX_VALUE - 8; // elements

    private JdkHelp() {}

    public static VarHandle findVarHandle(MethodHandles.Lookup lookup, String field, Class<?> type) {
        return findVarHandle(lookup, lookup.lookupClass(), field, type);
    }

    public static VarHandle findVarHandle(MethodHandles.Lookup lookup, Class<?> owner, String field, Class<?> type) {
        try {
            return lookup.findVarHandle(owner, field, type);
        } catch (ReflectiveOperationException impossible) { // the field is the caller's own
            throw new IllegalStateException(impossible);
        }
    }

    /// The length of an array that grows by `atLeast`, rather by `better`.
    public static int newLength(int length, int atLeast, int better) {
        long longer = Math.max((long) length + Math.max(atLeast, better), 0);
        if (longer > MOST && length + (long) atLeast > Integer.MAX_VALUE) {
            throw new OutOfMemoryError("an array of more than " + Integer.MAX_VALUE + " elements");
        }
        return (int) Math.min(Math.max(longer, 0), Math.max(MOST, length + (long) atLeast));
    }

    public static <T> T[] reverse(T[] array) {
        for (int i = 0, j = array.length - 1; i < j; i++, j--) {
            T kept = array[i];
            array[i] = array[j];
            array[j] = kept;
        }
        return array;
    }

    public static Probes getJavaUtilConcurrentTLRAccess() {
        return new Probes() {
            @Override
            public int getThreadLocalRandomProbe() {
                return RandomHooks.getProbe();
            }

            @Override
            public int advanceThreadLocalRandomProbe(int probe) {
                return RandomHooks.advanceProbe(probe);
            }
        };
    }

    /// Which cell of a striped counter is the thread's.
    public interface Probes {
        int getThreadLocalRandomProbe();

        int advanceThreadLocalRandomProbe(int probe);
    }

    /// A pool's threads, as the JDK keeps them for its tools.
    public static final class Container {
        private Container() {}

        public static Container create(String name) {
            return new Container();
        }

        public void start(Thread thread) {
            ThreadHooks.start(thread);
        }

        public void close() {}
    }
}
