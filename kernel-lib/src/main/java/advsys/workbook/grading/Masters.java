package advsys.workbook.grading;

import advsys.workbook.notebook.Lint;
import advsys.workbook.notebook.Notebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The masters of an assignment: as they stand, and as they stood at each release.
final class Masters {
    private static final String VERSION = "[0-9a-f]{16}";
    private static final Map<String, Master> READ = new ConcurrentHashMap<>(); // they never change

    private final List<Notebook> current = new ArrayList<>();
    private final Map<String, Notebook> released = new HashMap<>();

    private Masters() {}

    /// Reads the notebooks of `folder`, and those that releases have kept.
    ///
    /// @throws IOException if there is no such folder, or one of them cannot be read
    static Masters of(Path folder, Path kept) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(
                    "there is no assignment " + folder + ": name a folder of notebooks/, such as 03-locks");
        }
        Masters masters = new Masters();
        for (Path file : Lint.notebooks(folder)) {
            if (!folder.relativize(file).startsWith("exercises")) {
                Notebook notebook = Notebook.read(file);
                if (ReleasedNotebook.of(notebook, "").exercises().isEmpty()) {
                    continue;
                }
                masters.current.add(notebook);
                masters.released.put(ReleasedNotebook.version(notebook), notebook);
            }
        }
        if (Files.isDirectory(kept)) {
            try (Stream<Path> versions = Files.list(kept)) {
                for (Path version : versions.filter(
                                each -> each.getFileName().toString().matches(VERSION))
                        .sorted()
                        .toList()) {
                    for (Path file : Lint.notebooks(version)) {
                        masters.released.putIfAbsent(version.getFileName().toString(), Notebook.read(file));
                    }
                }
            }
        }
        return masters;
    }

    /// As they stand, in the order of their names.
    List<Notebook> current() {
        return List.copyOf(current);
    }

    /// The one that a release has called `version`, if it is of the notebook `name`.
    Optional<Notebook> released(String version, String name) {
        return Optional.ofNullable(released.get(version))
                .filter(notebook -> name(notebook).equals(name));
    }

    /// The name of the notebook that a release has called `version`; "" when there is none.
    String nameOf(String version) {
        Notebook notebook = released.get(version);
        return notebook == null ? "" : name(notebook);
    }

    /// The master of `notebook`, read once.
    Master master(Notebook notebook) throws IOException {
        String key = ReleasedNotebook.version(notebook) + name(notebook);
        Master known = READ.get(key);
        if (known == null) {
            known = Master.of(notebook);
            READ.put(key, known);
        }
        return known;
    }

    static String name(Notebook notebook) {
        return notebook.file().getFileName().toString();
    }
}
