package advsys.workbook.grading.sandbox.agent;

import java.lang.reflect.Field;
import java.util.List;

/// Refuses native code to everybody in this JVM, before anything of a student's is there.
///
/// `--illegal-native-access=deny` does the same. But JDK 25 gives up the linked classes of its start-up cache when it
/// sees that option, which are half of an agent's start. So the answer that the option would have given is put in its
/// place; only this module may reach that place. With another JDK the option is given.
///
/// - **Guarantee** [#deny] returns only when the JVM says that it denies.
public final class NativeAccess {
    private static final int KNOWN = 25;
    private static final String BOOTSTRAP = "jdk.internal.module.ModuleBootstrap";
    private static final String ANSWER = "DENY";

    private NativeAccess() {}

    /// What the agent's JVM is started with, for [#deny] to succeed.
    ///
    /// @param module the agent's
    public static List<String> options(String module) {
        return Runtime.version().feature() == KNOWN
                ? List.of(
                        "--add-exports=java.base/jdk.internal.module=" + module,
                        "--add-exports=java.base/jdk.internal.misc=" + module)
                : List.of("--illegal-native-access=deny", "--add-exports=java.base/jdk.internal.module=" + module);
    }

    /// Denies it.
    ///
    /// @throws ReflectiveOperationException if that cannot be done in this JVM
    /// @throws IllegalStateException if the JVM does not say that it denies
    static void deny() throws ReflectiveOperationException {
        Class<?> bootstrap = Class.forName(BOOTSTRAP);
        if (!isDenied(bootstrap)) {
            put(bootstrap);
        }
        if (!isDenied(bootstrap)) {
            throw new IllegalStateException("native code is not denied here");
        }
    }

    private static boolean isDenied(Class<?> bootstrap) throws ReflectiveOperationException {
        Object answer = bootstrap.getMethod("illegalNativeAccess").invoke(null);
        return answer.toString().equals(ANSWER);
    }

    private static void put(Class<?> bootstrap) throws ReflectiveOperationException {
        Field field = bootstrap.getDeclaredField("ILLEGAL_NATIVE_ACCESS");
        Object denied = Class.forName(BOOTSTRAP + "$IllegalNativeAccess")
                .getField(ANSWER)
                .get(null);
        Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
        Object unsafe = type.getMethod("getUnsafe").invoke(null);
        Object base = type.getMethod("staticFieldBase", Field.class).invoke(unsafe, field);
        Object offset = type.getMethod("staticFieldOffset", Field.class).invoke(unsafe, field);
        type.getMethod("putReferenceVolatile", Object.class, long.class, Object.class)
                .invoke(unsafe, base, offset, denied);
    }
}
