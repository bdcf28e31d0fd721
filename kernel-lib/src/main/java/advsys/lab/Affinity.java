package advsys.lab;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

/// Ties the current thread to CPUs: Linux's `sched_setaffinity`.
///
/// - **Guarantee** none: where the system has no such call, or forbids it, [#pin] says false and nothing changes.
/// - **Cost** one system call. The mask belongs to the kernel's thread, so this is for platform threads only; a thread
///   that a pinned thread starts inherits it.
final class Affinity {
    private static final int MASK_BYTES = 1024; // 8192 CPUs: the most that Linux can be built for
    private static final Optional<MethodHandle> SET = link();

    private Affinity() {}

    @SuppressWarnings("restricted") // a call of the C library: the launcher enables native access
    private static Optional<MethodHandle> link() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.empty();
        }
        try {
            Linker linker = Linker.nativeLinker();
            return Optional.of(linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("sched_setaffinity"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS)));
        } catch (RuntimeException | LinkageError noNativeAccess) {
            return Optional.empty();
        }
    }

    /// The CPUs on which the current thread may run, ascending; empty when that cannot be found out.
    static List<Integer> allowed(HostFiles files) {
        return files.lines("proc/thread-self/status").stream()
                .filter(line -> line.startsWith("Cpus_allowed_list:"))
                .findFirst()
                .map(line -> HostFiles.cpus(line.substring(line.indexOf(':') + 1)))
                .orElse(List.of());
    }

    /// Lets the current thread run on `cpus` only; false when that did not happen.
    static boolean pin(List<Integer> cpus) {
        if (cpus.isEmpty() || SET.isEmpty()) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocate(MASK_BYTES, Long.BYTES);
            for (int cpu : cpus) {
                byte old = mask.get(ValueLayout.JAVA_BYTE, cpu / 8);
                mask.set(ValueLayout.JAVA_BYTE, cpu / 8, (byte) (old | (1 << (cpu % 8))));
            }
            return (int) SET.get().invokeExact(0, (long) MASK_BYTES, mask) == 0; // 0: the calling thread
        } catch (Throwable refused) {
            return false;
        }
    }
}
