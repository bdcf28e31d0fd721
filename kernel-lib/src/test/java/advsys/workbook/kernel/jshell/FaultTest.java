package advsys.workbook.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.workbook.kernel.jshell.TestNotebook.Ran;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A reader sees the own line and the own message, and nothing of the machinery; and the next cell runs.
class FaultTest {
    private static final TestNotebook NOTEBOOK = new TestNotebook();

    @AfterAll
    static void close() {
        NOTEBOOK.close();
    }

    @Test
    void exception_isShownWithItsClassItsMessageAndTheReadersLines() {
        Ran method = NOTEBOOK.run("""
                int permits = 0;
                void take() {
                    if (permits == 0) {
                        throw new IllegalStateException("no permits left");
                    }
                    permits--;
                }
                """);
        Ran ran = NOTEBOOK.run("// the caller\ntake();");

        assertThat(ran.failure().name()).isEqualTo("IllegalStateException");
        assertThat(ran.failure().value()).isEqualTo("no permits left");
        assertThat(ran.traceback())
                .contains("In[" + method.cell.number() + "] line 4, in take")
                .contains("    3 |     if (permits == 0) {\n--> 4 |         throw new IllegalStateException")
                .contains("In[" + ran.cell.number() + "] line 2\n--> 2 | take();")
                .doesNotContain("REPL", "jdk.", "java.base", "advsys.workbook", "do_it");
    }

    @Test
    void exception_ofALibrary_showsTheLibrarysFrames() {
        Ran ran = NOTEBOOK.run("new advsys.lab.Bundle(Map.of(), Map.of())");

        assertThat(ran.failure().name()).isEqualTo("IllegalArgumentException");
        assertThat(ran.traceback())
                .contains("at advsys.lab.Bundle.<init>(Bundle.java:")
                .contains("--> 1 | new advsys");
    }

    @Test
    void causeAndSuppressed_areShown() {
        Ran ran = NOTEBOOK.run("""
                class Leaky implements AutoCloseable {
                    public void close() { throw new IllegalStateException("while closing"); }
                }
                try (var leaky = new Leaky()) {
                    try {
                        Files.readString(Path.of("/does/not/exist"));
                    } catch (IOException e) {
                        throw new UncheckedIOException("cannot load", e);
                    }
                }
                """);

        assertThat(ran.failure().name()).isEqualTo("UncheckedIOException");
        assertThat(ran.traceback())
                .contains("Caused by: NoSuchFileException: /does/not/exist")
                .contains("Suppressed: IllegalStateException: while closing");
    }

    @Test
    void exceptionsThatCauseEachOther_areShownOnce() {
        Ran ran =
                NOTEBOOK.run("var a = new Exception(\"a\"); var b = new Exception(\"b\", a); a.initCause(b); throw a;");

        assertThat(ran.traceback()).contains("Exception: a").contains("Caused by: Exception: b");
    }

    @Test
    void ownException_withAMessageThatFails_isShown() {
        Ran ran = NOTEBOOK.run("class Odd extends Exception { public String getMessage() { throw new Error(\"x\"); } }"
                + "throw new Odd();");

        assertThat(ran.failure().name()).isEqualTo("Odd");
        assertThat(ran.failure().value()).contains("getMessage() failed");
    }

    @Test
    void printStackTrace_hasTheReadersLines() {
        Ran ran = NOTEBOOK.run("void fail() {\n\n  throw new RuntimeException(\"here\");\n}\n"
                + "try {\n  fail();\n} catch (RuntimeException e) { e.printStackTrace(); }");

        assertThat(ran.stderr())
                .contains("(In[" + ran.cell.number() + "]:3)")
                .contains("(In[" + ran.cell.number() + "]:6)");
    }

    @Test
    void overloadedMethods_keepTheirLines() {
        NOTEBOOK.run("int half(int n) {\n  return n / 0;\n}\nint half(String s) {\n\n  return s.length() / 0;\n}");

        assertThat(NOTEBOOK.run("half(1)").traceback()).contains("line 2, in half");
        assertThat(NOTEBOOK.run("half(\"ab\")").traceback()).contains("line 6, in half");
    }

    @Test
    void variableWithALongInitializer_keepsItsLines() {
        assertThat(NOTEBOOK.run("var sum = List.of(1, 2)\n    .stream()\n    .map(i ->\n        i / 0)\n    .toList();")
                        .traceback())
                .contains("line 4, in a lambda");
    }

    @Test
    void nullPointer_namesTheVariableAsTheReaderDoes() {
        assertThat(NOTEBOOK.run("String empty = null;\nempty.length()")
                        .failure()
                        .value())
                .isEqualTo("Cannot invoke \"String.length()\" because \"empty\" is null");
        assertThat(NOTEBOOK.run("{ String local = null; local.length(); }")
                        .failure()
                        .value())
                .contains("because \"local\" is null");
    }

    @Test
    void assertion_saysWhatIsNotTrue() {
        assertThat(NOTEBOOK.run("int three = 3;\nassert three == 4;").failure().value())
                .isEqualTo("not true: three == 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "→",
            quoteCharacter = '`',
            value = {
                "throw new AssertionError(\"no\"); → AssertionError: no",
                "throw new IllegalStateException(); → IllegalStateException: null",
                "return shown(); → StackOverflowError",
                "return null; → it gave null",
                "throw new NoClassDefFoundError(\"gone\"); → NoClassDefFoundError: gone",
            })
    void rendererThatFails_isReplacedByANote_howeverItIsCalled(String body, String why) {
        NOTEBOOK.run("class Sour implements advsys.lab.Shown { public advsys.lab.Bundle shown() { " + body + " } }");

        assertThat(NOTEBOOK.value("new Sour()"))
                .startsWith("Sour (cannot be shown: ")
                .contains(why);
        assertThat(NOTEBOOK.run("display(new Sour())").notes()).contains("cannot be shown", why);
        assertThat(NOTEBOOK.value("render(new Sour()).text()")).contains(why);
        assertThat(NOTEBOOK.value("Map.of(1, 2)")).isEqualTo("{1=2}");
    }

    @Test
    void endlessRecursion_isShownOnce() {
        Ran ran = NOTEBOOK.run("int deeper(int n) { return deeper(n + 1) + 1; }\ndeeper(0)");

        assertThat(ran.failure().name()).isEqualTo("StackOverflowError");
        assertThat(ran.traceback()).contains("times)").contains("calls itself");
        assertThat(ran.traceback().lines().count()).isLessThan(40);
    }

    @Test
    void curvedQuotes_areNamedOnce() {
        assertThat(NOTEBOOK.run("var said = \u201chello\u201d;").traceback())
                .contains("illegal character", "type the straight ones")
                .doesNotContain("ends too early");
    }

    @Test
    void unknownMethod_isNotAdvisedToImportAClassOfThatName() {
        assertThat(NOTEBOOK.run("int twice(int n) { return 2 * m(n); }").traceback())
                .contains("there is no method m(int)")
                .doesNotContain("import");
    }

    @Test
    void outOfMemory_leavesTheKernelAlive() {
        Ran ran = NOTEBOOK.run(
                "var hog = new ArrayList<long[]>(); while (true) hog.add(new long[Integer.MAX_VALUE - 8]);");

        assertThat(ran.failure().name()).isEqualTo("OutOfMemoryError");
        assertThat(ran.traceback()).contains("MB");
        assertThat(NOTEBOOK.value("hog = null; 1 + 1")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(3)",
                "Runtime.getRuntime().exit(3)",
                "Runtime.getRuntime().halt(3)",
                "IntConsumer leave = System::exit; leave.accept(3)",
                "((Runnable) () -> System.exit(3)).run()",
                "class Leaver { static void go() { System.exit(3); } }\nLeaver.go()",
            })
    void exit_isRefused(String code) {
        assertThat(NOTEBOOK.run(code).failure().value())
                .contains("would end the kernel")
                .contains("Shut Down Kernel");
    }

    @Test
    void sourceNestedTooDeeply_isRefused_orRuns() {
        String deep = "(".repeat(10_000) + "1" + ")".repeat(10_000);

        Ran ran = NOTEBOOK.run(deep);

        if (ran.reply instanceof advsys.workbook.kernel.Reply.Failed) {
            assertThat(ran.failure().value()).contains("nested too deeply");
        }
        assertThat(NOTEBOOK.value("1 + 1")).isEqualTo("2");
        assertThat(NOTEBOOK.language.isComplete(deep).status()).isIn("complete", "unknown");
        assertThat(NOTEBOOK.language.complete(deep, 5_000).candidates()).isNotNull();
    }

    @Test
    void constantThatIsTooLong_isACompileError() {
        Ran ran = NOTEBOOK.run("String huge = \"" + "x".repeat(70_000) + "\";");

        assertThat(ran.failure().name()).isEqualTo("CompilationError");
        assertThat(ran.failure().value()).contains("constant string too long");
        assertThat(ran.traceback().lines()).allMatch(line -> line.length() < 300);
    }

    @Test
    void methodThatIsTooLong_isACompileError() {
        Ran ran = NOTEBOOK.run("int[] table = {" + "1,".repeat(20_000) + "};");

        assertThat(ran.failure().value()).contains("code too large");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "→",
            quoteCharacter = '`',
            value = {
                "int n = \"text\"; → this is a String, but an int is needed here",
                "int n = 3.5; → may not fit into an int",
                "int n = → ends too early",
                "for (int i = 0; i < 3; i++) { System.out.println(i) } → a semicolon is missing here",
                "String s = \"open; → the string is not closed on its line",
                "/* open → the comment is not closed",
                "int f() { } → without a return",
                "undefined + 1 → there is no variable undefined",
                "import java.utl.*; → java.utl is not on the class path",
                "List<String> l = new Zork<>(); → there is no class Zork",
                "{ int k; k++; } → may have no value yet",
                "Runnable r = () -> Thread.sleep(1); → can be thrown here, and nothing catches it",
            })
    void compileError_isSaidInPlainWords(String code, String words) {
        Ran ran = NOTEBOOK.run(code);

        assertThat(ran.failure().name()).isEqualTo("CompilationError");
        assertThat(ran.failure().value()).contains(words).contains("line 1");
        assertThat(ran.traceback()).contains("--> 1 | ").contains("^");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "→",
            quoteCharacter = '`',
            value = {
                "Bundle b = null; → import advsys.lab.Bundle;",
                "ThreadMXBean t = null; → import java.lang.management.ThreadMXBean;",
                "int counter = 1; conter + 1 → did you mean counter?",
                "\"abc\".lenght() → did you mean length?",
                "Strin s = null; → did you mean String?",
                "HashMpa<String, String> m = null; → did you mean HashMap?",
                "prinln(\"x\"); → System.out.println",
                "int i = 1.5; → cast",
                "void open() { → the { in line 1 is not closed",
                "package foo; class Thing { } → leave the line with package out",
                "Later x = null; class Later {} → further down in this cell",
                "Runnable r = () -> Thread.sleep(1); → a lambda or a method in it may not",
            })
    void compileError_comesWithAHint(String code, String hint) {
        assertThat(NOTEBOOK.run(code).traceback()).contains("Hint: ").contains(hint);
    }

    @Test
    void compileError_pointsAtItsLineInALongCell() {
        Ran ran = NOTEBOOK.run("int one = 1;\n\n// comment\nint two = one +\n    thre;\nint four = 4;");

        assertThat(ran.failure().value()).contains("line 5");
        assertThat(ran.traceback()).contains("--> 5 |     thre;\n      |     ^^^^\n");
        assertThat(NOTEBOOK.value("one")).as("what comes before has run").isEqualTo("1");
    }

    @Test
    void colours_areNoneThatVanishOnAWhiteOrABlackGround() {
        String raw = String.join("\n", NOTEBOOK.run("undefined").failure().traceback())
                + String.join("\n", NOTEBOOK.run("1 / 0").failure().traceback());

        assertThat(raw).contains("\u001b[").doesNotContainPattern("\u001b\\[(?:1;)?(?:30|33|37|90)m");
    }
}
