package advsys.workbook.grading.sandbox;

import advsys.locks.Placement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One hostile submission, from the table beside the submissions.
///
/// @param expected how it must end, as a pattern over [Result#outcome]
/// @param loot what the variable `loot` must be then, as a pattern; "-" for nothing
/// @param limits "short" where a limit in time is what must stop it
/// @param run "default" or "long": in which run of the tests
record Hostile(String name, String tries, String stopped, String expected, String loot, String limits, String run) {
    static final long SEED = 7_316_554_202_688_001_147L;

    /// What came of it.
    ///
    /// @param cells of each cell
    /// @param outcome how the check ended, in a word or two
    /// @param holds a mark was given
    record Result(List<Observed> cells, Observed observed, String outcome, boolean holds, String loot) {}

    static List<Hostile> all() throws IOException {
        List<Hostile> all = new ArrayList<>();
        for (String line : text("table.tsv").lines().toList()) {
            if (!line.startsWith("#")) {
                String[] columns = line.split("\t", -1);
                all.add(new Hostile(
                        columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], columns[6]));
            }
        }
        return all;
    }

    private static String text(String name) throws IOException {
        try (InputStream in = Hostile.class.getResourceAsStream("hostile/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Its cells, with what only this run knows in the place of `${NAME}`.
    List<String> cells(Map<String, String> known) throws IOException {
        String text = text(name + ".txt");
        for (Map.Entry<String, String> each : known.entrySet()) {
            text = text.replace("${" + each.getKey() + "}", each.getValue());
        }
        List<String> cells = new ArrayList<>(List.of("import advsys.lab.*;\nimport advsys.locks.*;"));
        cells.addAll(List.of(text.split("//%%\n", -1)));
        return cells;
    }

    /// Grades it as an honest one would be.
    Result grade(Sandbox sandbox, Map<String, String> known) throws IOException {
        try (Student student = sandbox.student(cells(known))) {
            List<Observed> cells = student.load();
            Observed observed = student.observe(Placement.noSharedLine(8), "MyPlaces::new", SEED);
            boolean holds =
                    Handle.judge(Placement.noSharedLine(8), observed, SEED).holds();
            String outcome = cells.stream()
                    .filter(cell -> cell instanceof Observed.Refused || cell instanceof Observed.Ended)
                    .map(Hostile::word)
                    .findFirst()
                    .orElse(word(observed));
            return new Result(cells, observed, outcome, holds, loot(student));
        }
    }

    private static String loot(Student student) throws IOException {
        return switch (student.evaluate("loot")) {
            case Observed.Seen(String text) -> text;
            case Observed.Seen(Object other) -> String.valueOf(other);
            case Observed.NotThere(String message) -> "absent: " + message;
            case Observed.Threw(String what, boolean _, String _) -> "threw: " + what;
            case Observed.Hung _, Observed.Refused _, Observed.Ended _ -> "ended";
        };
    }

    private static String word(Observed observed) {
        return switch (observed) {
            case Observed.Seen _ -> "fails"; // or holds, which no test lets pass
            case Observed.Threw _ -> "threw";
            case Observed.Hung _ -> "hung";
            case Observed.NotThere _ -> "not there";
            case Observed.Refused(Limit limit, String _) -> limit.toString();
            case Observed.Ended _ -> "ended";
        };
    }

    @Override
    public String toString() {
        return name + ": " + tries;
    }
}
