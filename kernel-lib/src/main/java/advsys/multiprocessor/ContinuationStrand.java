package advsys.multiprocessor;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/// A strand on the JDK's own continuations: a switch costs some 80 ns. It needs
/// `--add-exports java.base/jdk.internal.vm=ALL-UNNAMED`, as the kernel is started.
final class ContinuationStrand implements Strand {
    private static final @Nullable Handles HANDLES = Handles.find();

    private final Handles handles;
    private final Object continuation;

    private ContinuationStrand(Handles handles, Runnable body) throws Throwable {
        this.handles = handles;
        this.continuation = handles.make.invoke(handles.scope, body);
    }

    static boolean available() {
        return HANDLES != null;
    }

    static Strand of(Runnable body) {
        Handles handles = HANDLES;
        if (handles == null) {
            throw new IllegalStateException("this JVM does not export jdk.internal.vm");
        }
        try {
            return new ContinuationStrand(handles, body);
        } catch (Throwable impossible) { // method handles declare it
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void resume() {
        try {
            handles.run.invoke(continuation);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A program in the midst of native code, such as a class initialiser, cannot stop there.
    @Override
    public boolean pause() {
        try {
            return (boolean) handles.yield.invoke(handles.scope);
        } catch (IllegalStateException pinned) {
            return false;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Handles(Object scope, MethodHandle make, MethodHandle run, MethodHandle yield) {
        static @Nullable Handles find() {
            try {
                MethodHandles.Lookup lookup = MethodHandles.lookup();
                Class<?> scope = Class.forName("jdk.internal.vm.ContinuationScope");
                Class<?> continuation = Class.forName("jdk.internal.vm.Continuation");
                Object ours = lookup.findConstructor(scope, MethodType.methodType(void.class, String.class))
                        .invoke("multiprocessor");
                return new Handles(
                        ours,
                        lookup.findConstructor(continuation, MethodType.methodType(void.class, scope, Runnable.class))
                                .asType(MethodType.methodType(Object.class, Object.class, Runnable.class)),
                        lookup.findVirtual(continuation, "run", MethodType.methodType(void.class))
                                .asType(MethodType.methodType(void.class, Object.class)),
                        lookup.findStatic(continuation, "yield", MethodType.methodType(boolean.class, scope))
                                .asType(MethodType.methodType(boolean.class, Object.class)));
            } catch (Throwable notExported) {
                return null;
            }
        }
    }
}
