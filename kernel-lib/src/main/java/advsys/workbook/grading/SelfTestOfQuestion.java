package advsys.workbook.grading;

import advsys.lab.Verdict;
import advsys.workbook.notebook.NotebookCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The self-test of one question, by one grader.
final class SelfTestOfQuestion {
    private static final int ATTEMPTS = 4; // what depends on the machine's timing may hide for a second

    private final Master master;
    private final Question question;
    private final Marking marking;
    private final Path material;
    private final Map<String, String> own = new LinkedHashMap<>();

    SelfTestOfQuestion(Master master, Question question, Marking marking, Path material) {
        this.master = master;
        this.question = question;
        this.marking = marking;
        this.material = material;
        master.notebook().cells().forEach(cell -> own.put(cell.id(), cell.source()));
    }

    void run(Consumer<SelfTest.Case> progress) throws IOException, InterruptedException {
        progress.accept(new SelfTest.Case(question.id() + ", the instructor's", right(own)));
        List<Verdict> stub = marking.ask(question, master.cells(question, stubs(master)), 1);
        progress.accept(new SelfTest.Case(
                question.id() + ", not answered",
                stub.stream().allMatch(Verdict::fails) ? "" : "a check does not fail on what is still to do"));
        Set<String> caughtSomething = new HashSet<>();
        for (Path file : files(question)) {
            String what = material.relativize(file).toString().replace('\\', '/');
            boolean right = file.getFileName().toString().startsWith("right-");
            progress.accept(new SelfTest.Case(what, right ? right(theirs(file)) : wrong(file, caughtSomething)));
        }
        for (Question.Asked asked : question.checks()) {
            if (!caughtSomething.contains(name(asked)) && !catchesAny(name(asked))) {
                progress.accept(new SelfTest.Case(question.id() + ", " + name(asked), SelfTest.CATCHES_NOTHING));
            }
        }
    }

    private Map<String, String> theirs(Path file) throws IOException {
        Map<String, String> theirs = new HashMap<>(own);
        question.solutions().forEach(id -> theirs.put(id, ""));
        theirs.put(question.solutions().getLast(), Files.readString(file));
        return theirs;
    }

    private String right(Map<String, String> theirs) throws IOException, InterruptedException {
        return marking.ask(question, master.cells(question, theirs), 1).stream()
                .filter(verdict -> !verdict.holds())
                .findFirst()
                .map(verdict -> "it is right, and \"" + verdict.check() + "\" says " + verdict.judgement())
                .orElse("");
    }

    /// By the check that its first line names: within a few seeds.
    private String wrong(Path file, Set<String> caughtSomething) throws IOException, InterruptedException {
        String first = Files.readString(file).lines().findFirst().orElse("");
        if (!first.matches("// [^:]+: .*")) {
            return "its first line does not name a check: write // mutual exclusion: why it is wrong";
        }
        String named = first.substring("// ".length(), first.indexOf(':'));
        if (question.checks().stream().noneMatch(asked -> name(asked).equals(named))) {
            return "it is named for \"" + named + "\", which is no check of this exercise";
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (fails(named, file, seed(attempt))) {
                caughtSomething.add(named);
                return "";
            }
        }
        return SelfTest.notCaught(named);
    }

    /// For a check that no wrong solution is named for.
    private boolean catchesAny(String check) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            for (Path file : files(question)) {
                if (file.getFileName().toString().startsWith("wrong-") && fails(check, file, seed(attempt))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long seed(int attempt) {
        return 1 + 10L * attempt;
    }

    private boolean fails(String check, Path file, long seed) throws IOException, InterruptedException {
        return marking.ask(question.only(check), master.cells(question, theirs(file)), seed).stream()
                .anyMatch(Verdict::fails);
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
