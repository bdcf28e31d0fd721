package advsys.multiprocessor;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/// A strand on the JDK's own continuations: a switch costs some 80 ns. It needs
/// `--add-exports java.base/jdk.internal.vm=ALL-UNNAMED`, as the kernel is started.
final class ContinuationStrand implements Strand {
    private static final @Nullable Object SCOPE;
    private static final @Nullable MethodHandle MAKE;
    private static final @Nullable MethodHandle RUN; // constants: calls through them are compiled as if direct
    private static final @Nullable MethodHandle YIELD;

    static {
        Object scope = null;
        MethodHandle make = null;
        MethodHandle run = null;
        MethodHandle yield = null;
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            Class<?> scopes = Class.forName("jdk.internal.vm.ContinuationScope");
            Class<?> continuations = Class.forName("jdk.internal.vm.Continuation");
            Object ours = lookup.findConstructor(scopes, MethodType.methodType(void.class, String.class))
                    .invoke("multiprocessor");
            make = lookup.findConstructor(continuations, MethodType.methodType(void.class, scopes, Runnable.class))
                    .asType(MethodType.methodType(Object.class, Object.class, Runnable.class));
            run = lookup.findVirtual(continuations, "run", MethodType.methodType(void.class))
                    .asType(MethodType.methodType(void.class, Object.class));
            yield = MethodHandles.insertArguments(
                    lookup.findStatic(continuations, "yield", MethodType.methodType(boolean.class, scopes)), 0, ours);
            scope = ours;
        } catch (Throwable notExported) {
            // scope stays null: the JVM keeps them for itself
        }
        SCOPE = scope;
        MAKE = make;
        RUN = run;
        YIELD = yield;
    }

    private final Object continuation;

    private ContinuationStrand(Object continuation) {
        this.continuation = continuation;
    }

    static boolean available() {
        return SCOPE != null;
    }

    static Strand of(Runnable body) {
        MethodHandle make = MAKE;
        Object scope = SCOPE;
        if (make == null || scope == null) {
            throw new IllegalStateException("this JVM does not export jdk.internal.vm");
        }
        try {
            return new ContinuationStrand(make.invoke(scope, body));
        } catch (Throwable impossible) { // method handles declare it
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    @SuppressWarnings("NullAway") // there is no strand where they are null
    public void resume() {
        try {
            RUN.invokeExact(continuation);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A program in the midst of native code, such as a class initialiser, cannot stop there.
    @Override
    @SuppressWarnings("NullAway")
    public boolean pause() {
        try {
            return (boolean) YIELD.invokeExact();
        } catch (IllegalStateException pinned) {
            return false;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
