package advsys.workbook.index;

import advsys.workbook.notebook.Notebook;
import advsys.workbook.notebook.NotebookCell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which notebooks use which mechanism: those whose code names its class, and those that say so in
/// `metadata.advsys.mechanisms`.
final class Uses {
    private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w*");

    private final Map<String, Set<String>> names = new LinkedHashMap<>(); // notebook → the names in its code
    private final Map<String, List<String>> told = new LinkedHashMap<>(); // notebook → mechanisms

    private Uses() {}

    static Uses read(Path root) throws IOException {
        Uses uses = new Uses();
        for (Notebook notebook : Index.notebooks(root)) {
            String path = path(root, notebook.file());
            uses.names.put(
                    path,
                    notebook.code().stream().flatMap(cell -> namesIn(cell)).collect(Collectors.toUnmodifiableSet()));
            uses.told.put(path, notebook.mechanisms());
        }
        return uses;
    }

    private static Stream<String> namesIn(NotebookCell cell) {
        return NAME.matcher(cell.java()).results().map(found -> found.group());
    }

    static String path(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    List<String> of(String mechanism, List<ClassScan.Found> classes) {
        List<String> found = new ArrayList<>();
        names.forEach((notebook, used) -> {
            if (told.getOrDefault(notebook, List.of()).contains(mechanism)
                    || classes.stream().anyMatch(each -> used.contains(each.simpleName()))) {
                found.add(notebook);
            }
        });
        return List.copyOf(found);
    }
}
