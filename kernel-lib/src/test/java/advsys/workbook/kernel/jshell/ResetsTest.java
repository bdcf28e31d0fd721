package advsys.workbook.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.workbook.kernel.jshell.TestNotebook.Ran;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a cell that is run again does to the others, and how the reader learns of it.
class ResetsTest {
    private final TestNotebook notebook = new TestNotebook();

    @AfterEach
    void close() {
        notebook.close();
    }

    @Test
    void parameterChanged_varMadeOfIt_isToldAndNamedInPlaceOfANullPointer() {
        notebook.run("int threads = 2;");
        notebook.run("var run = List.of(threads);");
        notebook.run("List<Integer> typed = List.of(threads);");

        Ran changed = notebook.run("int threads = 4;");

        assertThat(changed.notes()).isEqualTo("run was reset because threads was declared again: run cell 2");
        Ran used = notebook.run("run.size()");
        assertThat(used.failure().value()).contains("run was reset because threads was declared again: run cell 2");
        assertThat(used.traceback()).contains("--> 1 | run.size()");
        assertThat(notebook.value("typed"))
                .as("a variable with a type keeps its value")
                .isEqualTo("[2]");
    }

    @Test
    void parameterUnchanged_runAgain_resetsNothing() {
        notebook.run("int threads = 2; int[] counts = {1, 2};");
        notebook.run("var run = List.of(threads); var sum = counts[0] + counts[1];");

        assertThat(notebook.run("int threads = 2; int[] counts = {1, 2};").notes())
                .isEmpty();
        assertThat(notebook.value("run + \" \" + sum")).isEqualTo("[2] 3");
    }

    @Test
    void resetVariable_runAgain_isWellAgain() {
        notebook.run("int threads = 2;");
        notebook.run("var run = List.of(threads);");
        notebook.run("int threads = 4;");

        assertThat(notebook.run("var run = List.of(threads);").notes()).isEmpty();
        assertThat(notebook.run("run.size()").notes()).isEmpty();
        assertThat(notebook.value("run")).isEqualTo("[4]");
    }

    @Test
    void numberThatIsZeroOnlyBecauseItWasReset_isToldWhereItIsUsed() {
        notebook.run("var a = 1; var b = a + 1;");
        notebook.run("var a = 5;");

        Ran used = notebook.run("b * 2");

        assertThat(used.text()).isEqualTo("0");
        assertThat(used.notes()).isEqualTo("b was reset because a was declared again: run cell 1");
    }

    @Test
    void classDeclaredAgain_everyVariableOfIt_isNamed() {
        notebook.run("class My { int x = 1; }");
        notebook.run("var mine = new My(); My typed = new My(); Supplier<My> maker = My::new;");

        Ran again = notebook.run("class My { int x = 2; }");

        for (String variable : new String[] {"mine", "typed", "maker"}) {
            String sentence = variable + " was reset because My was declared again: run cell 2";
            assertThat(again.notes()).contains(sentence);
            assertThat(notebook.run(variable + ".hashCode()").traceback()).contains(sentence);
        }
        notebook.run("var mine = new My(); My typed = new My(); Supplier<My> maker = My::new;");
        assertThat(notebook.value("mine.x + typed.x + maker.get().x")).isEqualTo("6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "→",
            value = {
                "volatile boolean flag = false; → volatile is lost: JShell makes the cell's variable flag",
                "static volatile int many = 1; → volatile is lost: JShell makes the cell's variable many",
                "final int fixed = 3; → final is lost: the cell's variable fixed can be assigned again",
                "final var list = new ArrayList<Integer>(); → final is lost: the cell's variable list",
                "synchronized void enter() { } → synchronized is lost: a cell's method enter",
                "public static synchronized int next() { return 1; } → synchronized is lost: a cell's method next",
            })
    void modifierThatACellLoses_isToldOnce(String code, String warning) {
        assertThat(notebook.run(code).stderr()).containsOnlyOnce(warning).contains("Put it into a class");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Own { volatile boolean flag; final int fixed = 1; synchronized void enter() { } }",
                "synchronized (Own.class) { int n = 1; }",
                "for (final var each : List.of(1)) { }",
                "record Point(int x) { public synchronized int y() { return 1; } }",
                "public static int plain = 1;",
                "final class Closed { }",
            })
    void modifierThatMeansWhatJavaSays_isNotWarnedOf(String code) {
        notebook.run("class Own { }");

        assertThat(notebook.run(code).stderr()).isEmpty();
    }
}
