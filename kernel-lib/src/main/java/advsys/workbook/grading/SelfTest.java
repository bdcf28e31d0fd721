package advsys.workbook.grading;

import advsys.lab.Verdict;
import advsys.workbook.notebook.Notebook;
import advsys.workbook.notebook.NotebookCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Proves a grader before it marks anybody: what is to do fails, each right solution that lies beside the notebooks
/// passes everything, and each wrong one is caught by the check that it is named for.
///
/// - **Guarantee** a check that catches nothing is found: each must catch one of the wrong solutions at least.
/// - **Source** Herlihy and Shavit would call it a proof by example; mutation testing is older: R. DeMillo et al.,
///   "Hints on test data selection", IEEE Computer 11(4), 1978.
final class SelfTest {
    /// What was tried.
    ///
    /// @param what "3.1.1/wrong-never-looks.java"
    /// @param problem "" when it came as it should
    record Case(String what, String problem) {}

    private static final int ATTEMPTS = 4; // what depends on the machine's timing may hide for a second

    private final Masters masters;
    private final Marking marking;
    private final Path material;

    /// @param material a folder for each exercise, with `right-….java` and `wrong-….java`
    SelfTest(Masters masters, Marking marking, Path material) {
        this.masters = masters;
        this.marking = marking;
        this.material = material;
    }

    /// Tries all there is.
    List<Case> run(Consumer<Case> progress) throws IOException, InterruptedException {
        List<Case> cases = new ArrayList<>();
        for (Notebook notebook : masters.current()) {
            Master master = masters.master(notebook);
            for (Question question : master.questions()) {
                if (!question.isWritten()) {
                    for (Case each : question(master, question)) {
                        cases.add(each);
                        progress.accept(each);
                    }
                }
            }
        }
        return cases;
    }

    private List<Case> question(Master master, Question question) throws IOException, InterruptedException {
        List<Case> cases = new ArrayList<>();
        Map<String, String> own = new LinkedHashMap<>();
        master.notebook().cells().forEach(cell -> own.put(cell.id(), cell.source()));
        cases.add(new Case(question.id() + ", the instructor's", right(master, question, own)));
        Map<String, String> stubs = stubs(master);
        List<Verdict> stub = marking.ask(question, master.cells(question, stubs), 1);
        cases.add(new Case(
                question.id() + ", not answered",
                stub.stream().allMatch(Verdict::fails) ? "" : "a check does not fail on what is still to do"));
        Set<String> killed = new HashSet<>();
        for (Path file : files(question)) {
            String what = material.relativize(file).toString().replace('\\', '/');
            Map<String, String> theirs = new HashMap<>(own);
            question.solutions().forEach(id -> theirs.put(id, ""));
            theirs.put(question.solutions().getLast(), Files.readString(file));
            boolean right = file.getFileName().toString().startsWith("right-");
            cases.add(new Case(
                    what, right ? right(master, question, theirs) : wrong(master, question, theirs, file, killed)));
        }
        for (Question.Asked asked : question.checks()) {
            String name = name(asked);
            if (!killed.contains(name)) {
                cases.add(new Case(
                        question.id() + ", " + name, "no wrong solution shows that this check catches anything"));
            }
        }
        return cases;
    }

    private String right(Master master, Question question, Map<String, String> theirs)
            throws IOException, InterruptedException {
        List<Verdict> verdicts = marking.ask(question, master.cells(question, theirs), 1);
        return verdicts.stream()
                .filter(verdict -> !verdict.holds())
                .findFirst()
                .map(verdict -> "it is right, and \"" + verdict.check() + "\" says " + verdict.judgement())
                .orElse("");
    }

    /// By the check that its first line names: within a few seeds.
    private String wrong(Master master, Question question, Map<String, String> theirs, Path file, Set<String> killed)
            throws IOException, InterruptedException {
        String first = Files.readString(file).lines().findFirst().orElse("");
        if (!first.matches("// [^:]+: .*")) {
            return "its first line does not name a check: write // mutual exclusion: why it is wrong";
        }
        String named = first.substring("// ".length(), first.indexOf(':'));
        if (question.checks().stream().noneMatch(asked -> name(asked).equals(named))) {
            return "it is named for \"" + named + "\", which is no check of this exercise";
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<String> caught = marking.ask(question, master.cells(question, theirs), 1 + 10L * attempt).stream()
                    .filter(Verdict::fails)
                    .map(Verdict::check)
                    .toList();
            killed.addAll(caught);
            if (caught.contains(named)) {
                return "";
            }
        }
        return "it is wrong, and \"" + named + "\" does not catch it";
    }

    private static String name(Question.Asked asked) {
        return asked.law().name();
    }

    private static Map<String, String> stubs(Master master) throws IOException {
        Map<String, String> stubs = new HashMap<>();
        ReleasedNotebook released = ReleasedNotebook.of(master.notebook(), "");
        for (NotebookCell cell : master.notebook().cells()) {
            stubs.put(
                    cell.id(),
                    released.cell(cell.id()).orElseThrow().get("source").getAsString());
        }
        return stubs;
    }

    /// `exercise-3-1-1-check` has its material in `3.1.1`.
    private List<Path> files(Question question) throws IOException {
        String folder = question.id()
                .replaceFirst("^exercise-", "")
                .replaceFirst("-check$", "")
                .replace('-', '.');
        if (!Files.isDirectory(material.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(material.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
