package advsys.workbook.kernel.jshell.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What of a notebook's classes outlives a run, and so forbids to use them for the next.
final class StaticsTest {
    private static final List<String> KEEP_NOTHING = List.of(
            "public static long seed; public static java.util.List<String> names;",
            "record Row(int drawn) {} interface Shape { int sides(); }",
            "static class Counter { int count; static final int MOST = 3; static final String NAME = \"c\"; }",
            "enum Mode { FAST, SLOW }",
            "enum Op { ADD { int on(int a) { return a + 1; } }; abstract int on(int a); }",
            "static class Checked { void look(int a) { assert a > 0; } }",
            "enum Mode { FAST, SLOW } static int of(Mode m) { switch (m) { case FAST: return 1; default: return 2; } }",
            "static Runnable hello() { return () -> System.out.println(); }");

    private static final List<String> KEEP_SOMETHING = List.of(
            "static class Seen { static int runs; }",
            "static class Cache { static final java.util.Map<String, String> MAP = new java.util.HashMap<>(); }",
            "static class Once { static final long SEED = System.nanoTime(); }",
            "static class Loud { static { System.out.println(\"loaded\"); } }",
            "interface Drawn { int N = new java.util.Random(1).nextInt(); }",
            "enum Mode { FAST; int used; }",
            "enum Mode { FAST; static int used; }",
            "enum Mode { FAST; Mode() { System.out.println(\"made\"); } }",
            "enum Mode { FAST; static { System.setProperty(\"a\", \"b\"); } }",
            "enum Op { ADD { int calls; int on() { return calls++; } }; abstract int on(); }",
            "record Row(int drawn) { static Row last; }",
            "public static int count; static class Counts { static { count++; } }");

    @TempDir
    Path folder;

    @Test
    void keepsSomething_variablesConstantsAndPlainEnums_isFalse() throws IOException {
        List<Batch> batches = compiled(KEEP_NOTHING);
        for (int i = 0; i < batches.size(); i++) {
            assertThat(batches.get(i).keepsSomething()).as(KEEP_NOTHING.get(i)).isFalse();
        }
    }

    @Test
    void keepsSomething_staticStateOrInitializationThatDoesMore_isTrue() throws IOException {
        List<Batch> batches = compiled(KEEP_SOMETHING);
        for (int i = 0; i < batches.size(); i++) {
            assertThat(batches.get(i).keepsSomething())
                    .as(KEEP_SOMETHING.get(i))
                    .isTrue();
        }
    }

    /// Each body in a wrapper of its own, as JShell makes them.
    private List<Batch> compiled(List<String> bodies) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("REPL"));
        List<String> arguments = new ArrayList<>(List.of("-d", folder.toString()));
        for (int i = 0; i < bodies.size(); i++) {
            String name = "$JShell$" + (i + 1);
            String source = "package REPL; public class " + name + " { " + bodies.get(i) + " }";
            arguments.add(
                    Files.writeString(sources.resolve(name + ".java"), source).toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            batches.add(batch("$JShell$" + (i + 1)));
        }
        return batches;
    }

    private Batch batch(String wrapper) throws IOException {
        Map<String, byte[]> classes = new HashMap<>();
        try (Stream<Path> found = Files.list(folder.resolve("REPL"))) {
            for (Path file : found.toList()) {
                String name = file.getFileName().toString();
                if (name.equals(wrapper + ".class") || (name.startsWith(wrapper + "$") && name.endsWith(".class"))) {
                    classes.put(
                            "REPL." + name.substring(0, name.length() - ".class".length()), Files.readAllBytes(file));
                }
            }
        }
        assertThat(classes).isNotEmpty();
        return new Batch(classes);
    }
}
