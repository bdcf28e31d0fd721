package advsys.workbook.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Bundle;
import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.Reply;
import advsys.workbook.kernel.jshell.TestNotebook.Ran;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Cells of one and of many snippets, and what they show.
class CellsTest {
    private static final TestNotebook NOTEBOOK = new TestNotebook();

    @AfterAll
    static void close() {
        NOTEBOOK.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "→",
            quoteCharacter = '`',
            value = {
                "1 + 1 → 2",
                "1 + 1; → 2",
                "1 + 1 // a comment → 2",
                "\"text\" → text",
                "'c' → c",
                "7 % 4 → 3",
                "true ? 1 : 2 → 1",
                "new int[] {1, 2, 3} → [1, 2, 3]",
                "new int[][] {{1}, {2, 3}} → [[1], [2, 3]]",
                "List.of(1, 2) → [1, 2]",
                "new TreeMap<>(Map.of(\"a\", 1, \"b\", 2)) → {a=1, b=2}",
                "Map.of(\"k\", new int[] {1, 2}) → {k=[1, 2]}",
                "Optional.of(new int[] {1}) → Optional[[1]]",
                "Stream.of(1, 2).map(i -> i * 2).toList() → [2, 4]",
                "BigInteger.TWO.pow(70) → 1180591620717411303424",
                "Duration.ofSeconds(90) → PT1M30S",
                "Path.of(\"a\", \"b\") → a/b",
                "switch (3) { case 3 -> \"three\"; default -> \"other\"; } → three",
                "new AtomicInteger(4) → 4",
            })
    void lastExpression_isShown(String code, String shown) {
        assertThat(NOTEBOOK.value(code)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int declared = 5;",
                "int declared = 5; declared = 6",
                "Object none = null; none",
                "System.out.println(1)",
                "class Empty {}",
                "// only a comment",
                "",
                "display(42)",
            })
    void declarationsStatementsAndNull_showNothing(String code) {
        assertThat(NOTEBOOK.run(code).text()).isEmpty();
    }

    @Test
    void snippets_runInOrder_andOnlyTheLastIsShown() {
        Ran ran = NOTEBOOK.run("int a = 2;\na + 1;\nint b = a * 2;\nSystem.out.println(b);\nb - 1");

        assertThat(ran.stdout()).isEqualTo("4\n");
        assertThat(ran.text()).isEqualTo("3");
    }

    @Test
    void classes_thatNeedEachOther_canStandInOneCell() {
        Ran ran = NOTEBOOK.run("""
                sealed interface Shape permits Circle, Square {}
                record Circle(double radius) implements Shape {}
                record Square(double side) implements Shape {}
                double area(Shape shape) {
                    return switch (shape) {
                        case Circle circle -> 3 * circle.radius() * circle.radius();
                        case Square square -> square.side() * square.side();
                    };
                }
                area(new Circle(2)) + area(new Square(3))
                """);

        assertThat(ran.text()).isEqualTo("21.0");
        // and one of them can be declared again
        assertThat(NOTEBOOK.value("record Circle(double radius) implements Shape { }\narea(new Circle(1))"))
                .isEqualTo("3.0");
    }

    @Test
    void members_thatAreNotPublic_areReachedFromOtherCells() {
        NOTEBOOK.run(
                "class Box { int inside = 1; protected int guarded() { return 2; } static class Lid { byte b = 3; }"
                        + " void poke() { inside++; } }");
        NOTEBOOK.run("class BigBox extends Box { @Override void poke() { inside += 10; } }");

        assertThat(NOTEBOOK.value("var box = new BigBox(); box.poke(); box.inside + box.guarded() + new Box.Lid().b"))
                .isEqualTo("16");
    }

    @Test
    void unresolvedName_isReported_andALaterCellMayBringIt() {
        Ran early = NOTEBOOK.run("class Chain { Link first; }\nint length() { return measure(3); }");

        assertThat(early.failure().name()).isEqualTo("CompilationError");
        assertThat(early.traceback()).contains("there is no class Link").contains("there is no method measure(int)");
        assertThat(NOTEBOOK.run("length()").failure().value()).contains("measure(int)");

        NOTEBOOK.run("class Link { int n = 4; } int measure(int n) { return n + 1; }");
        assertThat(NOTEBOOK.value("new Chain().first == null ? length() : 0")).isEqualTo("4");
    }

    @Test
    void classOfACell_keepsItsBytes_alsoWhenItIsDeclaredAgain() {
        String bytes = "new String(Kept.class.getResourceAsStream(\"/\" + Kept.class.getName().replace('.', '/')"
                + " + \".class\").readAllBytes(), StandardCharsets.ISO_8859_1)";
        NOTEBOOK.run("class Kept { void fromFirst() {} }");
        assertThat(NOTEBOOK.value(bytes + ".contains(\"fromFirst\")")).isEqualTo("true");

        NOTEBOOK.run("class Kept { void fromSecond() {} }");
        assertThat(NOTEBOOK.value(bytes + ".contains(\"fromSecond\")")).isEqualTo("true");
        assertThat(NOTEBOOK.value(bytes + ".contains(\"fromFirst\")")).isEqualTo("false");
    }

    @Test
    void silentCell_showsNothing_butRuns() {
        Cell silent = new Cell("silent", 7, "int quiet = 1; quiet", true, false, false, "");

        assertThat(NOTEBOOK.run(silent).result()).isEmpty();
        assertThat(NOTEBOOK.value("quiet")).isEqualTo("1");
    }

    @Test
    void evaluate_givesTheValueOfAnExpression() {
        Ran ran = NOTEBOOK.run("int knob = 6;");

        Reply reply = NOTEBOOK.language.evaluate(ran.cell, "knob * 7");

        assertThat(((Reply.Done) reply).result().map(Bundle::text)).contains("42");
        assertThat(NOTEBOOK.language.evaluate(ran.cell, "knobs")).isInstanceOf(Reply.Failed.class);
    }

    @Test
    void toString_thatFails_isReplacedByANote() {
        NOTEBOOK.run("class Rude { public String toString() { throw new AssertionError(\"no\"); } }");

        assertThat(NOTEBOOK.value("new Rude()")).isEqualTo("Rude (cannot be shown: AssertionError: no)");
        assertThat(NOTEBOOK.value("1 + 2")).isEqualTo("3");
    }

    @Test
    void image_isShownAsPicture() {
        Ran ran = NOTEBOOK.run("new java.awt.image.BufferedImage(4, 3, java.awt.image.BufferedImage.TYPE_INT_RGB)");

        assertThat(ran.result().orElseThrow().data()).containsKey(Bundle.PNG);
    }

    @Test
    void shown_isShownInAllItsForms() {
        Ran ran = NOTEBOOK.run(
                "class Card implements advsys.lab.Shown {"
                        + " public advsys.lab.Bundle shown() { return advsys.lab.Bundle.html(\"<b>x</b>\", \"x\"); } }\nnew Card()");

        assertThat(ran.result().orElseThrow().data())
                .containsEntry(Bundle.HTML, "<b>x</b>")
                .containsEntry(Bundle.TEXT, "x");
    }

    @Test
    void display_andUpdateDisplay_goThroughTheFrontEnd() {
        Ran ran = NOTEBOOK.run(
                "String id = display(\"<i>now</i>\", \"text/html\");\nupdateDisplay(id, \"later\");\nrender(5)");

        assertThat(ran.displays().getFirst().data()).containsEntry(Bundle.HTML, "<i>now</i>");
        assertThat(NOTEBOOK.frontEnd.updates()).contains("later");
        assertThat(ran.text()).isEqualTo("5");
    }

    @Test
    void eval_runsCodeInsideACell() {
        assertThat(NOTEBOOK.value("int outer = 5; eval(\"outer * 3\")")).isEqualTo("15");
        assertThat(NOTEBOOK.run("eval(\"int x = ;\")").failure().value()).contains("CompilationError");
    }

    @Test
    void labDisplay_showsBelowTheCell() {
        Ran ran = NOTEBOOK.run("var shelf = advsys.lab.Display.here().show(advsys.lab.Bundle.text(\"first\"));"
                + "shelf.replace(advsys.lab.Bundle.text(\"second\"));");

        assertThat(ran.notes()).isEqualTo("first");
        assertThat(NOTEBOOK.frontEnd.updates()).contains("second");
    }

    @Test
    void defaultImport_givesWayToTheReadersOwn() {
        assertThat(NOTEBOOK.value("new Stack<Integer>().size()")).isEqualTo("0");
        assertThat(NOTEBOOK.value("class Stack { public String toString() { return \"mine\"; } }\nnew Stack()"))
                .isEqualTo("mine");
        assertThat(NOTEBOOK.value("import java.sql.*;\nDate.class.getName()")).isEqualTo("java.sql.Date");
    }
}
