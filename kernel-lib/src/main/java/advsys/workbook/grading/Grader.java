package advsys.workbook.grading;

import advsys.workbook.grading.Report.OfNotebook;
import advsys.workbook.grading.Report.OfQuestion;
import advsys.workbook.notebook.Notebook;
import advsys.workbook.notebook.NotebookCell;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Makes a student's report: finds what was handed in for each notebook, puts it into its own master, and has it
/// marked.
final class Grader {
    /// What of a submission belongs to a notebook.
    ///
    /// @param file its path; "" when nothing was handed in
    /// @param remark on how it was found; "" when there is nothing to say
    private record Part(Notebook master, String file, Submission submission, String remark) {}

    private final Masters masters;
    private final Marking marking;
    private final String description;
    private final String checks;
    private boolean last;

    /// @param description with what it marks, in a line
    /// @param checks names the checks: another name, another key
    Grader(Masters masters, Marking marking, String description, String checks) {
        this.masters = masters;
        this.marking = marking;
        this.description = description;
        this.checks = checks;
    }

    /// Names everything that the report depends on.
    String key(Handed handed) {
        Hash hash = new Hash();
        hash.add(checks);
        handed.remarks().forEach(hash::add);
        handed.files().forEach((name, bytes) -> hash.add(name).add(bytes));
        parts(handed, new ArrayList<>()).forEach(part -> hash.add(ReleasedNotebook.version(part.master())));
        return hash.hex();
    }

    /// Says that the next report is the last.
    void last() {
        last = true;
    }

    /// Marks what was handed in.
    ///
    /// @throws IOException if a master is wrong, or the sandbox does not work: the submission is not to blame
    Report report(Handed handed) throws IOException, InterruptedException {
        List<String> remarks = new ArrayList<>(handed.remarks());
        List<OfNotebook> notebooks = new ArrayList<>();
        List<Part> parts = parts(handed, remarks);
        for (Part part : parts) {
            notebooks.add(mark(part, last && part.equals(parts.getLast())));
        }
        return new Report(handed.student(), key(handed), description, remarks, notebooks);
    }

    private OfNotebook mark(Part part, boolean lastPart) throws IOException, InterruptedException {
        Master master = masters.master(part.master());
        Map<String, String> released =
                sources(ReleasedNotebook.of(part.master(), "").json());
        List<Rebuilt.Repair> repairs = new ArrayList<>();
        Map<String, String> theirs = released;
        if (part.file().isEmpty()) {
            repairs.add(new Rebuilt.Repair("", "nothing was handed in for this notebook"));
        } else {
            Rebuilt rebuilt = Rebuilt.of(part.master(), part.submission());
            theirs = sources(rebuilt.notebook());
            repairs.addAll(rebuilt.repairs());
        }
        if (!part.remark().isEmpty()) {
            repairs.addFirst(new Rebuilt.Repair("", part.remark()));
        }
        Map<String, String> solutions = new LinkedHashMap<>();
        for (NotebookCell cell : part.master().cells()) {
            if (GradeCell.of(part.master().file(), cell)
                    .filter(GradeCell::solution)
                    .isPresent()) {
                solutions.put(cell.id(), theirs.getOrDefault(cell.id(), ""));
            }
        }
        List<OfQuestion> questions = new ArrayList<>();
        for (Question question : master.questions()) {
            long seed =
                    new Hash().add(part.master().canonical()).add(question.id()).number();
            if (lastPart && question.equals(master.questions().getLast())) {
                marking.last();
            }
            questions.add(marking.mark(master, question, solutions, released, seed));
        }
        return new OfNotebook(master.name(), master.version(), part.file(), repairs, questions);
    }

    /// For each notebook of the assignment what was handed in for it: the file that names a release of it, or has its
    /// name, or has a cell of it.
    private List<Part> parts(Handed handed, List<String> remarks) {
        Map<String, Submission> open = new LinkedHashMap<>();
        handed.files().forEach((file, bytes) -> open.put(file, Submission.read(bytes)));
        List<Part> parts = new ArrayList<>();
        for (Notebook current : masters.current()) {
            String name = Masters.name(current);
            Optional<String> found = open.entrySet().stream()
                    .filter(each -> masters.nameOf(each.getValue().version()).equals(name)
                            && each.getKey().endsWith(name))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .or(() -> first(open, each -> masters.nameOf(each.version()).equals(name)))
                    .or(() -> open.entrySet().stream()
                            .filter(each -> baseName(each.getKey()).equals(name)
                                    && masters.nameOf(each.getValue().version()).isEmpty())
                            .map(Map.Entry::getKey)
                            .findFirst())
                    .or(() -> first(open, each -> sharesCells(current, each)));
            if (found.isEmpty()) {
                parts.add(new Part(current, "", new Submission(List.of(), "", List.of()), ""));
                continue;
            }
            Submission submission = Objects.requireNonNull(open.remove(found.get()));
            Optional<Notebook> own = masters.released(submission.version(), name);
            String remark = own.isPresent() ? older(own.get(), current) : unknown(submission.version());
            parts.add(new Part(own.orElse(current), found.get(), submission, remark));
        }
        open.keySet()
                .forEach(file -> remarks.add(file + " belongs to no notebook of the assignment, or is one too many"));
        return parts;
    }

    private static String older(Notebook own, Notebook current) {
        return ReleasedNotebook.version(own).equals(ReleasedNotebook.version(current))
                ? ""
                : "it is of an older release, and was marked against that one";
    }

    private static String unknown(String version) {
        return version.isEmpty()
                ? "it does not say of which release it is: it was marked against the newest"
                : "no release is known here by the name that it gives: it was marked against the newest";
    }

    private static String baseName(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static Optional<String> first(Map<String, Submission> open, Predicate<Submission> wanted) {
        return open.entrySet().stream()
                .filter(each -> wanted.test(each.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean sharesCells(Notebook master, Submission submission) {
        Set<String> ids = new HashSet<>();
        for (NotebookCell cell : master.cells()) {
            try {
                GradeCell.of(master.file(), cell).ifPresent(grade -> ids.add(grade.id()));
            } catch (IOException wrong) {
                return false; // said when the master is read
            }
        }
        return submission.cells().stream().anyMatch(cell -> ids.contains(cell.gradeId()));
    }

    private static Map<String, String> sources(JsonObject notebook) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (JsonElement each : notebook.getAsJsonArray("cells")) {
            JsonObject cell = each.getAsJsonObject();
            JsonElement source = cell.get("source");
            StringBuilder text = new StringBuilder();
            if (source.isJsonArray()) {
                source.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
            } else {
                text.append(source.getAsString());
            }
            sources.put(cell.get("id").getAsString(), text.toString());
        }
        return sources;
    }
}
