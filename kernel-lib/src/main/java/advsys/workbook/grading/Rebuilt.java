package advsys.workbook.grading;

import advsys.workbook.notebook.Notebook;
import advsys.workbook.notebook.NotebookCell;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A submission put together again: the master's notebook, in which the solution cells have the student's
/// source.
///
/// - **Guarantee** every cell but the solutions is the master's, whatever the submission has in its place;
///   nothing of a submission but the source of solution cells gets in. What was mended or is missing is
///   said, cell by cell.
///
/// @param notebook the master, with the student's solutions
/// @param repairs what was mended, and what is missing
public record Rebuilt(JsonObject notebook, List<Repair> repairs) {
    /// One thing that was mended.
    ///
    /// @param cell the cell's id; "" for the whole notebook
    /// @param what happened, in a sentence for the student
    public record Repair(String cell, String what) {}

    public Rebuilt {
        repairs = List.copyOf(repairs);
    }

    /// Puts `submission` into `master`.
    ///
    /// @throws IOException if the *master* is not as it should be
    public static Rebuilt of(Notebook master, Submission submission) throws IOException {
        JsonObject json = master.stripped();
        JsonObject released = ReleasedNotebook.of(master, "").json();
        List<Repair> repairs = new ArrayList<>();
        submission.repairs().forEach(repair -> repairs.add(new Repair("", repair)));
        int known = 0;
        for (NotebookCell cell : master.cells()) {
            Optional<GradeCell> grade = GradeCell.of(master.file(), cell);
            List<Submission.Cell> found = find(submission, cell.id(), grade);
            known += found.size();
            String stub = released.getAsJsonArray("cells")
                    .get(cell.index())
                    .getAsJsonObject()
                    .get("source")
                    .getAsString();
            if (grade.isPresent() && grade.get().solution()) {
                String source = source(cell, grade.get(), found, stub, repairs);
                json.getAsJsonArray("cells").get(cell.index()).getAsJsonObject().addProperty("source", source);
            } else if (grade.isPresent()) {
                locked(cell, found, stub, repairs);
            }
        }
        int own = submission.cells().size() - known;
        if (own > 0) {
            repairs.add(new Repair("", own + (own == 1 ? " cell" : " cells") + " of your own were not taken over"));
        }
        return new Rebuilt(json, repairs);
    }

    /// All cells that claim to be this one: by grade_id where there is one, else by the cell's own id.
    private static List<Submission.Cell> find(Submission submission, String id, Optional<GradeCell> grade) {
        List<Submission.Cell> byGrade = submission.cells().stream()
                .filter(cell ->
                        grade.isPresent() && cell.gradeId().equals(grade.get().id()))
                .toList();
        return byGrade.isEmpty()
                ? submission.cells().stream()
                        .filter(cell -> cell.id().equals(id) && cell.gradeId().isEmpty())
                        .toList()
                : byGrade;
    }

    private static String source(
            NotebookCell cell, GradeCell grade, List<Submission.Cell> found, String stub, List<Repair> repairs) {
        if (found.isEmpty()) {
            repairs.add(new Repair(cell.id(), "the cell is missing: " + grade.id() + " counts as not answered"));
            return stub;
        }
        if (found.stream().anyMatch(each -> !each.type().equals(cell.type()))) {
            repairs.add(new Repair(cell.id(), "it had become a cell of another type; its text was taken as it is"));
        }
        if (found.size() == 1) {
            return found.getFirst().source();
        }
        String joined =
                String.join("\n", found.stream().map(Submission.Cell::source).toList());
        if (found.stream().anyMatch(each -> !balanced(each.source())) && balanced(joined)) {
            repairs.add(new Repair(cell.id(), "it had been split into " + found.size() + ", and was joined again"));
            return joined;
        }
        List<Submission.Cell> worked = found.stream()
                .filter(each -> !each.source().strip().equals(stub.strip()))
                .toList();
        repairs.add(new Repair(
                cell.id(),
                "there were " + found.size() + " cells of its id; the first that is not as it was released was taken"));
        return worked.isEmpty() ? stub : worked.getFirst().source();
    }

    private static void locked(NotebookCell cell, List<Submission.Cell> found, String text, List<Repair> repairs) {
        if (found.isEmpty()) {
            repairs.add(new Repair(cell.id(), "the check was deleted; it was restored"));
        } else if (found.stream().anyMatch(each -> !each.source().strip().equals(text.strip()))) {
            repairs.add(new Repair(cell.id(), "the check was changed; it was restored"));
        }
    }

    private static boolean balanced(String source) {
        int depth = 0;
        for (int i = 0; i < source.length() && depth >= 0; i++) {
            depth += source.charAt(i) == '{' ? 1 : source.charAt(i) == '}' ? -1 : 0;
        }
        return depth == 0;
    }
}
