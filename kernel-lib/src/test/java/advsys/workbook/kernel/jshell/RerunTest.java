package advsys.workbook.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A cell that is run again and again: what its earlier runs made is collected.
class RerunTest {
    private static final int RUNS = 5;
    private static final int STILL_HELD = 2; // the last run's, and what the JVM itself remembers of the one before
    private static final String WATCH = "advsys.test.watch";

    /// What cells hand over to be watched. The cells' compiler does not see the classes of tests.
    private static final ConcurrentLinkedQueue<WeakReference<Object>> WATCHED = new ConcurrentLinkedQueue<>();

    private static final TestNotebook NOTEBOOK = new TestNotebook();

    @BeforeAll
    static void open() {
        Consumer<Object> watch = made -> WATCHED.add(new WeakReference<>(made));
        System.getProperties().put(WATCH, watch);
        NOTEBOOK.run("<T> T watch(T made) { ((Consumer<Object>) System.getProperties().get(\"" + WATCH
                + "\")).accept(made); return made; }");
    }

    @AfterAll
    static void close() {
        System.getProperties().remove(WATCH);
        NOTEBOOK.close();
    }

    private static long alive() {
        long alive = Long.MAX_VALUE;
        for (int i = 0; i < 20 && alive > STILL_HELD; i++) {
            System.gc();
            alive = WATCHED.stream().filter(each -> each.get() != null).count();
        }
        return alive;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var big = watch(new byte[1 << 20]);",
                "watch(new byte[1 << 20])",
                "watch(new byte[1 << 20]).length",
                "final int[] fixed = watch(new int[100]);",
                "class Own { int version = #; byte[] big = new byte[1 << 20]; }\nwatch(new Own());",
                "class Own { int version = #; }\nvar own = watch(new Own());",
                "class Own { int version = #; }\nOwn own = watch(new Own());",
                "class Own { int version = #; static byte[] big = watch(new byte[1 << 20]); }\nOwn.big.length",
                "record Own(byte[] big) { int version() { return #; } }\nvar own = new Own(watch(new byte[1 << 20])); own.big().length",
                "interface Shape { } record Round(Object o) implements Shape { int version() { return #; } }\nwatch(new Round(1))",
                "Object make() { return watch(new byte[1 << 20]); }\nvar made = make();",
                "Supplier<Object> maker = () -> watch(new byte[1 << 20]); var made = maker.get();",
                "var maker = watch((Runnable & java.io.Serializable) () -> System.out.print(#)); maker.run();",
                "var worker = Thread.ofPlatform().start(() -> watch(new byte[1 << 20])); worker.join();",
                "var worker = Thread.ofVirtual().start(() -> watch(new byte[1 << 20])); worker.join();",
                "class Own extends RuntimeException { int version = #; }\nthrow watch(new Own());",
                "for (int i = 0; i < 3; i++) { var own = watch(new byte[1 << 20]); System.out.println(own.length); }",
                "enum Own { A, B; int version = #; }\nwatch(Own.A.getDeclaringClass()).getName()",
                "class Own { int version = #; }\nwatch(Own.class).getSimpleName()",
                "class Own { int version = #; }\nvar own = new Own();\nThread.ofPlatform().start(() -> watch(own)).join();",
                "class Own { int version = #; }\nvar own = new Own();\nfor (var each : List.of(own)) watch(each);",
                "display(watch(new StringBuilder(\"shown\")));",
                "eval(\"var inner = watch(new byte[1 << 20]);\");",
            })
    void whatEarlierRunsMade_isCollected(String code) {
        WATCHED.clear();
        for (int i = 0; i < RUNS; i++) {
            NOTEBOOK.run(code.replace("#", "" + i)); // a class that has not changed stays the same class
        }
        assertThat(WATCHED).as("the cell ran").hasSizeGreaterThanOrEqualTo(RUNS);

        assertThat(alive()).as(code).isLessThanOrEqualTo(STILL_HELD);
    }
}
