package advsys.workbook.index;

import advsys.workbook.kernel.WholeFile;
import advsys.workbook.notebook.Notebook;
import advsys.workbook.notebook.NotebookCell;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The generated cells of `notebooks/00-start.ipynb`: those with `metadata.advsys.generated`, "notebooks" or
/// "mechanisms". All other cells are left as they are.
///
/// - **Errors** [IOException] when the page lacks one of the two cells, or is damaged; it is then left as it was.
public final class StartPage {
    private static final Pattern TITLE = Pattern.compile("(?m)^# ([0-9.]+) +(.+)$");
    private static final Pattern QUESTION = Pattern.compile("(?m)^\\*([^*]+)\\*\\s*$");
    private static final String NONE = "–";

    private final Path root;
    private final Index index;
    private final Map<String, String> numbers = new LinkedHashMap<>(); // notebook → "3.1"
    private final StringBuilder questions = new StringBuilder();

    private StartPage(Path root, Index index) {
        this.root = root;
        this.index = index;
    }

    /// True when the page is what [#write] would make of it.
    public static boolean isCurrent(Path root, Index index) throws IOException {
        return new StartPage(root, index).generated().equals(page(root).text());
    }

    /// Writes the generated cells anew; true when that changed the page.
    public static boolean write(Path root, Index index) throws IOException {
        return WholeFile.write(file(root), new StartPage(root, index).generated());
    }

    private static Path file(Path root) {
        return root.resolve("notebooks/00-start.ipynb");
    }

    private static Notebook page(Path root) throws IOException {
        return Notebook.read(file(root));
    }

    private String generated() throws IOException {
        for (Notebook notebook : Index.notebooks(root)) {
            list(notebook);
        }
        Map<String, String> texts = new TreeMap<>(Map.of("notebooks", notebooks(), "mechanisms", mechanisms()));
        Notebook page = page(root);
        JsonObject json = page.json().deepCopy();
        for (NotebookCell cell : page.cells()) {
            String text = texts.remove(cell.generated());
            if (text != null) {
                JsonElement there = json.getAsJsonArray("cells").get(cell.index());
                there.getAsJsonObject().addProperty("source", text);
            }
        }
        if (!texts.isEmpty()) {
            throw new IOException(file(root) + " has no cell whose metadata.advsys.generated is one of "
                    + texts.keySet() + ": restore it with git");
        }
        return new Notebook(page.file(), page.cells(), json, page.text()).canonical();
    }

    private void list(Notebook notebook) throws IOException {
        String path = Uses.path(root, notebook.file());
        String head =
                notebook.cells().isEmpty() ? "" : notebook.cells().getFirst().source();
        Matcher title = TITLE.matcher(head);
        Matcher question = QUESTION.matcher(head);
        if (!title.find() || !question.find()) {
            throw new IOException(path + " does not begin with \"# 3.1 Title\" and a *question*: write both");
        }
        numbers.put(path, title.group(1));
        questions.append("| [%s %s](%s) | %s |\n"
                .formatted(
                        title.group(1),
                        title.group(2).strip(),
                        link(path),
                        question.group(1).strip().replace("\n", " ")));
    }

    /// As seen from the page, which lies in `notebooks/`.
    private static String link(String path) {
        return path.startsWith("notebooks/") ? path.substring("notebooks/".length()) : "../" + path;
    }

    private String notebooks() {
        return "## The notebooks\n\n| notebook | the question that it answers |\n|:---|:---|\n"
                + questions.toString().stripTrailing();
    }

    private String mechanisms() {
        StringBuilder text = new StringBuilder("## The mechanisms\n\n");
        text.append(index.built()).append(" of ").append(index.rows().size());
        text.append(" are built, the others planned. `./workbook index` prints this list.\n");
        Map<String, List<Index.Row>> chapters = index.rows().stream()
                .collect(Collectors.groupingBy(Index.Row::chapter, LinkedHashMap::new, Collectors.toList()));
        StringBuilder built = new StringBuilder();
        chapters.forEach((chapter, rows) -> {
            String title = Course.title(chapter); // once, in the chapter's first row
            for (Index.Row row : rows.stream().filter(Index.Row::isBuilt).toList()) {
                built.append("| %s | %s | %s | %s |\n"
                        .formatted(title, row.mechanism(), source(row.type()), notebooks(row)));
                row.variants()
                        .forEach(variant ->
                                built.append("| | ↳ %s | %s | |\n".formatted(variant.name(), source(variant.type()))));
                title = "";
            }
        });
        if (!built.isEmpty()) {
            text.append("\n| chapter | mechanism | class | notebooks |\n|:---|:---|:---|:---|\n")
                    .append(built);
        }
        text.append("\n| chapter | planned |\n|:---|:---|\n");
        chapters.forEach((chapter, rows) -> {
            String names = rows.stream()
                    .filter(row -> !row.isBuilt())
                    .map(Index.Row::mechanism)
                    .collect(Collectors.joining(" · "));
            if (!names.isEmpty()) {
                text.append("| %s | %s |\n".formatted(Course.title(chapter), names));
            }
        });
        return text.toString().stripTrailing();
    }

    private String notebooks(Index.Row row) {
        return row.notebooks().isEmpty()
                ? NONE
                : row.notebooks().stream()
                        .map(path -> "[%s](%s)".formatted(numbers.getOrDefault(path, path), link(path)))
                        .collect(Collectors.joining(", "));
    }

    private static String source(String type) {
        String outer = type.replaceFirst("\\$.*", "");
        return "[%s](../kernel-lib/src/main/java/%s.java)"
                .formatted(type.substring(type.lastIndexOf('.') + 1).replace('$', '.'), outer.replace('.', '/'));
    }
}
