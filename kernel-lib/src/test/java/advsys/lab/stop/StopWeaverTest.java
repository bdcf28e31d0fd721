package advsys.lab.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StopWeaverTest {
    static Stream<String> endless() {
        return Arrays.stream(Endless.class.getDeclaredMethods())
                .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("endless")
    void stop_endlessCode_throwsStopErrorOnAPlatformThread(String name) throws Exception {
        assertThat(stopped(name, Thread.ofPlatform().daemon())).isInstanceOf(StopError.class);
    }

    @ParameterizedTest
    @MethodSource("endless")
    void stop_endlessCode_throwsStopErrorOnAVirtualThread(String name) throws Exception {
        assertThat(stopped(name, Thread.ofVirtual())).isInstanceOf(StopError.class);
    }

    /// What the code ends with when its scope is stopped after it has run for a moment.
    private static @Nullable Throwable stopped(String name, Thread.Builder builder) throws Exception {
        Method method = Woven.copy(Endless.class, StopWeaver.Entries.CALLING).getDeclaredMethod(name);
        method.setAccessible(true);
        CompletableFuture<@Nullable Throwable> end = new CompletableFuture<>();
        try (Scope scope = Scope.root(name)) {
            Thread thread = scope.call(() -> builder.start(() -> {
                try {
                    method.invoke(null);
                    end.complete(null);
                } catch (InvocationTargetException e) {
                    end.complete(e.getCause());
                } catch (IllegalAccessException e) {
                    end.complete(e);
                }
            }));
            thread.join(java.time.Duration.ofMillis(30)); // long enough to be compiled, mostly
            scope.stop();
            return end.get(10, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.String",
                "java.lang.StringBuilder",
                "java.lang.Character",
                "java.lang.Class",
                "java.lang.ClassLoader",
                "java.lang.Thread",
                "java.lang.ThreadLocal$ThreadLocalMap",
                "java.lang.invoke.MethodHandles$Lookup",
                "java.lang.invoke.LambdaForm",
                "java.lang.module.Resolver",
                "java.io.ObjectInputStream",
                "java.io.ObjectOutputStream",
                "java.io.BufferedReader",
                "java.io.StreamTokenizer",
                "java.math.BigInteger",
                "java.math.BigDecimal",
                "java.math.MutableBigInteger",
                "java.net.URI$Parser",
                "java.net.URLDecoder",
                "java.nio.file.Files",
                "java.security.Provider",
                "java.text.DecimalFormat",
                "java.text.SimpleDateFormat",
                "java.time.format.DateTimeFormatterBuilder",
                "java.time.zone.ZoneRules",
                "java.util.ArrayList",
                "java.util.ArrayDeque",
                "java.util.Arrays",
                "java.util.Calendar",
                "java.util.Collections",
                "java.util.ComparableTimSort",
                "java.util.DualPivotQuicksort",
                "java.util.Formatter",
                "java.util.HashMap",
                "java.util.Locale",
                "java.util.PriorityQueue",
                "java.util.Properties",
                "java.util.Scanner",
                "java.util.TreeMap",
                "java.util.concurrent.CompletableFuture",
                "java.util.concurrent.ConcurrentHashMap",
                "java.util.concurrent.ConcurrentLinkedQueue",
                "java.util.concurrent.ConcurrentSkipListMap",
                "java.util.concurrent.Exchanger",
                "java.util.concurrent.ForkJoinPool",
                "java.util.concurrent.Phaser",
                "java.util.concurrent.ThreadPoolExecutor",
                "java.util.concurrent.locks.AbstractQueuedSynchronizer",
                "java.util.concurrent.locks.StampedLock",
                "java.util.jar.JarFile",
                "java.util.regex.Pattern",
                "java.util.regex.Matcher",
                "java.util.stream.Collectors",
                "java.util.zip.ZipFile",
            })
    void weave_classOfTheJdk_verifies(String name) throws Exception {
        String file = "/" + name.replace('.', '/') + ".class";
        byte[] original;
        try (var in = Object.class.getResourceAsStream(file)) {
            original = java.util.Objects.requireNonNull(in, file).readAllBytes();
        }
        byte[] woven = new StopWeaver(StopWeaver.Entries.CALLING).weave(original);
        assertThat(woven).isNotEqualTo(original);
        assertThat(ClassFile.of().verify(woven)).isEmpty();
    }
}
