package advsys.workbook.kernel.jshell;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lists the JVM's virtual threads, which no public API does. It needs
/// `--add-exports java.base/jdk.internal.vm=ALL-UNNAMED`, as the kernel is started; without, there seem to be none, and
/// an interrupt reaches them by stop checks only.
final class VirtualThreads {
    private static final @Nullable Handles HANDLES = Handles.find();

    private VirtualThreads() {}

    /// Those that are alive.
    static Stream<Thread> all() {
        if (HANDLES == null) {
            return Stream.empty();
        }
        try {
            return HANDLES.in(HANDLES.root.invoke()).filter(Thread::isVirtual);
        } catch (Throwable unexpected) { // method handles declare it
            return Stream.empty();
        }
    }

    private record Handles(MethodHandle root, MethodHandle threads, MethodHandle children) {
        static @Nullable Handles find() {
            try {
                MethodHandles.Lookup lookup = MethodHandles.lookup();
                Class<?> container = Class.forName("jdk.internal.vm.ThreadContainer");
                return new Handles(
                        lookup.findStatic(
                                Class.forName("jdk.internal.vm.ThreadContainers"),
                                "root",
                                MethodType.methodType(container)),
                        lookup.findVirtual(container, "threads", MethodType.methodType(Stream.class)),
                        lookup.findVirtual(container, "children", MethodType.methodType(Stream.class)));
            } catch (ReflectiveOperationException notExported) {
                return null;
            }
        }

        @SuppressWarnings("unchecked")
        Stream<Thread> in(Object container) {
            try {
                Stream<Thread> own = (Stream<Thread>) threads.invoke(container);
                Stream<Object> below = (Stream<Object>) children.invoke(container);
                return Stream.concat(own, below.flatMap(this::in));
            } catch (Throwable unexpected) {
                return Stream.empty();
            }
        }
    }
}
