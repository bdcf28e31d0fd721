package advsys.workbook.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Bundle;
import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.Language.Candidate;
import advsys.workbook.kernel.Language.Completeness;
import advsys.workbook.kernel.Language.Completion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Completion, inspection, and whether a cell is complete: what a front end asks while the reader types. `|` is the
/// cursor.
class HelpTest {
    private static final TestNotebook NOTEBOOK = new TestNotebook();

    @BeforeAll
    static void declare() {
        NOTEBOOK.run("""
                import advsys.lab.*; import advsys.locks.*;
                var greeting = "hello";
                List<String> words = new ArrayList<>(List.of("a", "b"));
                /// Twice what it is given.
                int twice(int n) { return 2 * n; }
                class Turnstile {
                    int clicks;
                    void click() { clicks++; }
                    static Turnstile broken() { return null; }
                }
                """);
    }

    @AfterAll
    static void close() {
        NOTEBOOK.close();
    }

    private static Completion complete(String code) {
        int cursor = code.indexOf('|');
        return NOTEBOOK.language.complete(code.replace("|", ""), cursor);
    }

    private static Optional<Bundle> inspect(String code, int detail) {
        int cursor = code.indexOf('|');
        return NOTEBOOK.language.inspect(code.replace("|", ""), cursor, detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "→",
            quoteCharacter = '`',
            value = {
                "\"abc\".isBl| → isBlank() → method → isBlank() boolean", // a member of a value
                "greeting.isBl| → isBlank() → method → isBlank() boolean", // of a variable of another cell
                "words.subL| → subList( → method → subList(int, int) List<E>",
                "words.get(0).char| → charAt( → method → charAt(int) char", // of what a call returns
                "Math.floorM| → floorMod( → method → floorMod(int, int) int, +2", // a static one
                "Integer.MAX_| → MAX_VALUE → field → int",
                "Turnstile.bro| → broken() → method → broken() Turnstile", // of a cell's own class
                "new Turnstile().cli| → click() → method → click() void",
                "gree| → greeting → variable → String", // what cells have declared
                "twi| → twice( → method → twice(int) int",
                "Turnst| → Turnstile → class → ``",
                "{ int lodger = 1; lod| → lodger → variable → int", // local variables and parameters
                "for (String each : words) { eac| → each → variable → String",
                "void m(List<String> lodgers, int n) { if (n > 0) { lod| → lodgers → variable → List<String>",
                "words.forEach(guest -> System.out.println(gue| → guest → variable → ``",
                "Stream.of(\"a\").map(s -> s.isBl| → isBlank() → method → ``",
                "if (greeting instanceof String lodger && lod| → lodger → variable → String",
                "class A { long field; void m() { fie| → field → variable → long",
                "int[] lodger = {1}; lod| → lodger → variable → int[]", // of this cell, which did not run
                "var early = new StringBuilder(); early.rev| → reverse() → method → reverse() StringBuilder",
                "class Tram { int stops; } new Tram().sto| → stops → field → ``",
                "ArrayLi| → ArrayList → class → ``", // needs no import
                "new ArrayLi| → ArrayList( → class → ArrayList(), +2",
                "new AtomicInt| → AtomicInteger → class → ``",
                "import java.util.conc| → concurrent → package → ``",
                "java.nio.fi| → file → package → ``",
                "Experiment.o| → of( → method → of(Scenario<S, R> scenario) Experiment<S, R>", // of the library
                "new McsLock().unl| → unlock( → method → unlock() void, +1",
                "displ| → display( → method → ``", // what every cell can call
                "%ma| → maven → magic → `%maven G:A:V…: adds a Maven artifact, and what it needs, to the class path`",
                "synchr| → synchronized → keyword → ``",
            })
    void complete_whateverStandsBefore_offersItWithItsKindAndSignature(
            String code, String text, String type, String signature) {
        Completion completion = complete(code);

        assertThat(completion.candidates()).contains(new Candidate(text, type, signature));
        int typed = code.indexOf('|') - completion.start();
        assertThat(text).startsWith(code.substring(completion.start(), completion.start() + typed));
        assertThat(completion.end()).isEqualTo(code.indexOf('|'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ int lodger = 1; } lod|", // closed blocks
                "for (int lodger = 0; lodger < 3; lodger++) greet(); lod|",
                "void m(int lodger) { } lod|",
                "words.forEach(lodger -> { }); lod|",
                "return lodger; lod|",
                "switch (1) { case lodger -> 1; default -> lod|",
            })
    void complete_whatCannotBeSeen_isNotOffered(String code) {
        assertThat(complete(code).candidates()).extracting(Candidate::text).doesNotContain("lodger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"// gree|", "\"gree|", "/* gree|", "12|", "%|"})
    void complete_whereNothingCanBeCompleted_offersNothing(String code) {
        assertThat(NOTEBOOK.language
                        .complete(code.replace("|", ""), Math.max(0, code.indexOf('|')))
                        .candidates())
                .noneMatch(candidate -> candidate.text().startsWith("gree"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"int broken = ;", "throw new IllegalStateException(\"on purpose\");", "undefined + 1"})
    void complete_afterACellThatFailed_isAsBefore(String failing) {
        NOTEBOOK.run(failing).failure();

        assertThat(complete("gree|").candidates()).extracting(Candidate::text).contains("greeting");
    }

    @Test
    void completeInspectAndIsComplete_whileACellRuns_areAnswered() {
        Cell cell = NOTEBOOK.cell("int halfWay = 7; System.out.print(\"begun\"); Thread.sleep(60_000);");
        NOTEBOOK.interrupt(cell, () -> {
            boolean begun = NOTEBOOK.frontEnd.text(cell, "stdout").contains("begun");
            if (begun) { // the cell sleeps until these are answered
                assertThat(complete("greeting.isBl|").candidates())
                        .extracting(Candidate::text)
                        .containsExactly("isBlank()");
                assertThat(complete("halfW|").candidates())
                        .extracting(Candidate::text)
                        .containsExactly("halfWay");
                assertThat(inspect("halfWay|", 0).orElseThrow().text()).contains("int halfWay = 7");
                assertThat(NOTEBOOK.language.isComplete("class A {").status()).isEqualTo("incomplete");
            }
            return begun;
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "→",
            quoteCharacter = '`',
            value = {
                "gree|ting → String greeting = \"hello\" → variable of cell 1",
                "words| → List<String> words = (2 elements) → variable of cell 1",
                "twice|(3) → twice(int) int → return 2 * n;",
                "Turnstile| → class Turnstile → void click()",
                "McsLock| → McsLock → Mellor-Crummey and Scott",
                "new McsLock().lock|() → void McsLock.lock() → Joins the queue",
                "Experiment.of| → Experiment.of(Scenario<S,R> scenario) → An experiment on",
                "HostCard.here| → HostCard HostCard.here() → this",
                "Math.max|(1, 2) → int Math.max(int a, int b) → double Math.max",
            })
    void inspect_aName_saysWhatItIs(String code, String head, String more) {
        Bundle found = inspect(code, 0).orElseThrow();

        assertThat(found.text()).contains(head).contains(more);
        assertThat(found.data()).containsKey(Bundle.HTML);
    }

    @Test
    void inspect_aMethodOfTheJdk_hasItsJavadocWhereTheSourceIs() {
        String text = inspect("\"\".isBlank|()", 0).orElseThrow().text();

        assertThat(text).contains("boolean String.isBlank()");
        if (Files.exists(Path.of(System.getProperty("java.home"), "lib", "src.zip"))) {
            assertThat(text).contains("white space");
        }
    }

    @Test
    void inspect_inDetail_addsTheSource() {
        assertThat(inspect("TasLock|", 1).orElseThrow().text())
                .contains("class TasLock")
                .contains("getAndSet");
        assertThat(inspect("TasLock|", 0).orElseThrow().text()).doesNotContain("getAndSet(");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobodyKnows|", "|", "1 + |", "((((|", "\"text|"})
    void inspect_nothingKnown_isEmpty(String code) {
        assertThat(inspect(code, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "→",
            quoteCharacter = '`',
            value = {
                "1 + 1 → complete → ``",
                "int n = 3; → complete → ``",
                "class A { } → complete → ``",
                "%who → complete → ``",
                "// a comment → complete → ``",
                "class A { → incomplete → `    `",
                "class A { void m() { → incomplete → `        `",
                "void m() { if (true) { → incomplete → `        `",
                "foo(1, → incomplete → `        `",
                "int a = → incomplete → ``",
                "/* not closed → incomplete → ``",
                "int x = ;;) } → invalid → ``",
                "class 1 { } → invalid → ``",
            })
    void isComplete_knowsAndIndents(String code, String status, String indent) {
        assertThat(NOTEBOOK.language.isComplete(code)).isEqualTo(new Completeness(status, indent));
    }

    @Test
    void completions_areDistinct() {
        List<String> texts =
                complete("words.|").candidates().stream().map(Candidate::text).toList();

        assertThat(texts).doesNotHaveDuplicates().contains("add(", "isEmpty()", "getFirst()");
    }
}
