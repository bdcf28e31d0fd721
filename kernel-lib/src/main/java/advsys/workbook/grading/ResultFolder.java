package advsys.workbook.grading;

import advsys.workbook.kernel.WholeFile;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where the reports of a batch lie. Each file appears whole or not at all.
///
/// ```
/// results/NAME.json     a report: the truth
/// feedback/NAME.html    the same for the student
/// table.csv             marks, a line for each student
/// written.csv           points for answers in words: a person's, kept
/// ```
record ResultFolder(Path folder) {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final String PLAIN = "[A-Za-z0-9_][A-Za-z0-9._ @-]{0,79}";

    /// The report of `student`, if there is a whole one.
    Optional<Report> read(String student) {
        Path file = file("results", student, ".json");
        try {
            return Files.exists(file)
                    ? Optional.ofNullable(GSON.fromJson(Files.readString(file), Report.class))
                    : Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty(); // then it is made anew
        }
    }

    void write(Report report) throws IOException {
        WholeFile.write(file("results", report.student(), ".json"), GSON.toJson(report) + "\n");
    }

    void writePage(Report report, String html) throws IOException {
        WholeFile.write(file("feedback", report.student(), ".html"), html);
    }

    void write(String name, String text) throws IOException {
        WholeFile.write(folder.resolve(name), text);
    }

    /// The path of a student's page, relative to the folder.
    String page(String student) {
        return folder.relativize(file("feedback", student, ".html")).toString().replace('\\', '/');
    }

    /// A student's name may be anything that a file system takes; two names never share a file.
    private Path file(String kind, String student, String ending) {
        String name = student.matches(PLAIN)
                ? student
                : student.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^(.{0,40}).*", "$1") + "~"
                        + new Hash().add(student).hex().substring(0, 16);
        return folder.resolve(kind).resolve(name + ending);
    }
}
