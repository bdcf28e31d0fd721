package advsys.workbook.index;

import advsys.lab.Mechanism;
import advsys.workbook.notebook.Lint;
import advsys.workbook.notebook.Notebook;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Every mechanism of the course, with what there is of it.
///
/// - **Guarantee** one row for each line of `data/mechanisms.tsv`, in its order; the same files give the same index.
/// - **Errors** [IOException] when a class carries a name that the course does not have, or two carry the same one.
public record Index(List<Row> rows) {

    /// One mechanism.
    ///
    /// @param type its class's name, "" while it is planned
    /// @param notebooks those that use it, as paths from the root
    /// @param checks the test classes that examine it or its broken twins
    /// @param variants more classes of the same mechanism
    public record Row(
            String mechanism,
            String chapter,
            String type,
            List<String> notebooks,
            List<String> checks,
            List<Variant> variants) {
        public boolean isBuilt() {
            return !type.isEmpty();
        }

        /// `built` or `planned`.
        public String state() {
            return isBuilt() ? "built" : "planned";
        }
    }

    /// Another way of building a mechanism: what is different, and the class.
    public record Variant(String name, String type) {}

    /// The index of the repository at `root`, with the classes of the library that runs.
    public static Index of(Path root) throws IOException {
        return of(root, library());
    }

    /// @param classes a jar, or a folder of classes
    static Index of(Path root, Path classes) throws IOException {
        Course course = Course.read(root.resolve("data/mechanisms.tsv"));
        ClassScan scan = ClassScan.of(classes);
        Map<String, ClassScan.Found> main = new TreeMap<>();
        for (ClassScan.Found found : scan.mechanisms()) {
            if (course.entries().stream().noneMatch(entry -> entry.mechanism().equals(found.mechanism()))) {
                throw new IOException(found.type() + " carries @Mechanism(\"" + found.mechanism()
                        + "\"), which data/mechanisms.tsv does not have: use a name of that list");
            }
            ClassScan.Found before = found.variant().isEmpty() ? main.putIfAbsent(found.mechanism(), found) : null;
            if (before != null) {
                throw new IOException(before.type() + " and " + found.type() + " both carry @Mechanism(\""
                        + found.mechanism() + "\"): give one of them a variant");
            }
        }
        Tests tests = Tests.read(root.resolve("kernel-lib/src/test/java"));
        Uses uses = Uses.read(root);
        List<Row> rows = new ArrayList<>();
        for (Course.Entry entry : course.entries()) {
            List<ClassScan.Found> classesOfIt = scan.mechanisms().stream()
                    .filter(found -> found.mechanism().equals(entry.mechanism()))
                    .sorted(Comparator.comparing(ClassScan.Found::variant))
                    .toList();
            ClassScan.Found first = main.get(entry.mechanism());
            rows.add(new Row(
                    entry.mechanism(),
                    entry.chapter(),
                    first == null ? "" : first.type(),
                    uses.of(entry.mechanism(), classesOfIt),
                    tests.of(classesOfIt, scan.twins()),
                    classesOfIt.stream()
                            .filter(found -> !found.variant().isEmpty())
                            .map(found -> new Variant(found.variant(), found.type()))
                            .toList()));
        }
        return new Index(List.copyOf(rows));
    }

    public long built() {
        return rows.stream().filter(Row::isBuilt).count();
    }

    /// The chapters' notebooks, in reading order.
    static List<Notebook> notebooks(Path root) throws IOException {
        List<Notebook> notebooks = new ArrayList<>();
        for (Path file : Lint.notebooks(root.resolve("notebooks"))) {
            Notebook notebook = Notebook.read(file);
            if (notebook.isChapter()) {
                notebooks.add(notebook);
            }
        }
        return notebooks;
    }

    private static Path library() throws IOException {
        try {
            return Path.of(Mechanism.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException odd) {
            throw new IOException("the library lies at an address that is no file: " + odd.getMessage(), odd);
        }
    }
}
