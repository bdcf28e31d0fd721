package advsys.workbook.grading;

import advsys.workbook.notebook.CellCompiler;
import advsys.workbook.notebook.Finding;
import advsys.workbook.notebook.Lint;
import advsys.workbook.notebook.Notebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes the students' tree of an assignment: the workbook without its tests, benches and exercise material,
/// and with the assignment's notebooks as students get them.
///
/// - **Guarantee** the tree appears whole or not at all. Before that, every released notebook is compiled, and
///   the tree is searched for everything that was taken out.
/// - **Errors** name the file, the cell, the reason and the remedy; then nothing is left behind.
public final class Release {
    private static final List<String> FILES = List.of(
            "workbook",
            "requirements.txt",
            "pom.xml",
            "mvnw",
            "mvnw.cmd",
            "LICENSE",
            ".gitattributes",
            ".editorconfig");
    private static final List<String> FOLDERS = List.of(".mvn", "data", "kernel-lib/src/main");
    private static final Set<String> LEFT_OUT = Set.of(".ipynb_checkpoints", "__pycache__", "exercises");

    /// What was released.
    ///
    /// @param tree the students' tree
    /// @param notebooks by name: the masters' versions
    /// @param exercises the cells that count
    public record Done(Path tree, Map<String, String> notebooks, List<GradeCell> exercises) {
        /// All points together.
        public double points() {
            return exercises.stream().mapToDouble(GradeCell::points).sum();
        }
    }

    private final Path root;
    private final Path masters;
    private final List<String> secrets = new ArrayList<>();
    private final List<GradeCell> exercises = new ArrayList<>();
    private final Map<String, String> versions = new LinkedHashMap<>();

    /// @param root the instructor's workbook
    /// @param masters where a copy of each master is kept, in a folder named by its version, so that old
    ///     submissions find their own
    public Release(Path root, Path masters) {
        this.root = root.toAbsolutePath().normalize();
        this.masters = masters;
    }

    /// Releases `assignment`, a folder of `notebooks/`, as the new folder `tree`.
    ///
    /// @throws IOException if there is no such assignment, `tree` exists, or something in it may not be
    ///     released so
    public Done release(String assignment, Path tree) throws IOException {
        Path folder = root.resolve("notebooks").resolve(assignment);
        if (!assignment.matches("[A-Za-z0-9_-]+") || !Files.isDirectory(folder)) {
            throw new IOException("there is no assignment '" + assignment + "': it is a folder of "
                    + root.resolve("notebooks") + ", such as 03-locks");
        }
        if (Files.exists(tree)) {
            throw new IOException(tree + " exists already: name a folder that does not");
        }
        Path parent = tree.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path part = Files.createTempDirectory(parent, ".release-");
        try {
            fill(part, folder, assignment);
            Files.move(part, tree, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(part);
        }
        return new Done(tree, versions, List.copyOf(exercises));
    }

    private void fill(Path part, Path folder, String assignment) throws IOException {
        for (String file : FILES) {
            if (Files.exists(root.resolve(file))) {
                Files.copy(root.resolve(file), part.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        for (String each : FOLDERS) {
            copy(root.resolve(each), part.resolve(each));
        }
        Files.copy(root.resolve("kernel-lib/pom.xml"), part.resolve("kernel-lib/pom.xml"));
        Path start = root.resolve("notebooks/00-start.ipynb");
        Path notebooks = Files.createDirectories(part.resolve("notebooks"));
        if (Files.exists(start)) {
            write(start, notebooks.resolve("00-start.ipynb"), assignment);
        }
        for (Path master : Lint.notebooks(folder)) {
            if (!folder.relativize(master).startsWith("exercises")) {
                Path target = notebooks
                        .resolve(assignment)
                        .resolve(folder.relativize(master).toString());
                write(master, target, assignment);
            }
        }
        secrets.addAll(material(folder.resolve("exercises")));
        Optional<String> leak = new Secrets(secrets).findIn(part);
        if (leak.isPresent()) {
            throw new IOException("the release would give something away: " + leak.get());
        }
    }

    private void write(Path master, Path target, String assignment) throws IOException {
        Notebook notebook = Notebook.read(master);
        ReleasedNotebook released = ReleasedNotebook.of(notebook, assignment);
        Files.createDirectories(target.getParent());
        Files.writeString(target, Notebook.canonical(released.json()));
        List<Finding> broken = CellCompiler.ofThisLibrary().compile(Notebook.read(target));
        if (!broken.isEmpty()) {
            throw new IOException(master + ": as released, it does not compile: cell "
                    + broken.getFirst().cell() + ", " + broken.getFirst().what()
                    + "; let the solution's region hold a whole method body");
        }
        secrets.addAll(released.secrets());
        exercises.addAll(released.exercises());
        versions.put(master.getFileName().toString(), released.version());
        Path kept = masters.resolve(released.version()).resolve(master.getFileName());
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, notebook.canonical());
    }

    /// The right and wrong solutions beside the notebooks.
    private static List<String> material(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                texts.add(Files.readString(file));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return texts;
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (LEFT_OUT.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(file).toString());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return; // it was moved to its place
        }
        try (Stream<Path> walk = Files.walk(tree)) {
            for (Path each : walk.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(each);
            }
        }
    }
}
