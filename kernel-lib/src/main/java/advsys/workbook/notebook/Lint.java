package advsys.workbook.notebook;

import advsys.workbook.notebook.Finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What every notebook of this workbook keeps to, checked on the file alone: nothing is compiled or run.
///
/// The rules, by the name that a finding carries:
/// - `damaged` not a notebook of nbformat 4.5
/// - `canonical`, `kernel`, `outputs`, `id`, `metadata` how the file stands in git ([FormatRule], [MetadataRule])
/// - `part`, `chart-text` the fixed sequence, and a word before every chart ([PartRule])
/// - `code-length`, `text-length`, `cell-count` nothing too long to take in ([SizeRule])
/// - `parameters` literals only, typed, units in the names ([ParameterRule])
/// - `sleep`, `path`, `network`, `magic` cells that run on every machine, offline, again and again ([CodeRule])
/// - `link` what a link points at exists ([LinkRule])
/// - `expect`, `error-tag` every cell that shows something says what must be seen ([ExpectRule])
public final class Lint {
    private static final List<Rule> RULES = List.of(
            new FormatRule(),
            new MetadataRule(),
            new PartRule(),
            new SizeRule(),
            new ParameterRule(),
            new CodeRule(),
            new LinkRule(),
            new ExpectRule());

    private Lint() {}

    /// Everything the rules find in one file; empty when it keeps to them. A damaged file is one finding.
    ///
    /// @throws IOException if the file cannot be read
    public static List<Finding> check(Path file) throws IOException {
        Notebook notebook;
        try {
            notebook = Notebook.read(file);
        } catch (DamagedNotebookException damage) {
            return List.of(new Finding(file, "notebook", "damaged", Severity.ERROR, damage.reason(), damage.remedy()));
        }
        Findings findings = new Findings(notebook);
        RULES.forEach(rule -> rule.check(notebook, findings));
        return findings.list();
    }

    /// Writes the file in canonical form, without outputs; true if that changed it. Nothing else is ever repaired.
    ///
    /// @throws IOException if the file is damaged or cannot be written; it is then as it was
    public static boolean fix(Path file) throws IOException {
        Notebook notebook = Notebook.read(file);
        String after = CanonicalJson.of(Outputs.stripped(notebook.json()));
        if (after.equals(notebook.text())) {
            return false;
        }
        Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), ".lint", ".ipynb");
        try {
            Files.writeString(whole, after);
            Files.move(whole, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
        return true;
    }

    /// The notebooks in a folder and those below it, sorted by path; a file is itself.
    ///
    /// @throws IOException if the folder cannot be read
    public static List<Path> notebooks(Path fileOrFolder) throws IOException {
        if (!Files.isDirectory(fileOrFolder)) {
            return List.of(fileOrFolder);
        }
        try (Stream<Path> found = Files.walk(fileOrFolder)) {
            return found.filter(path -> path.getFileName().toString().endsWith(".ipynb"))
                    .filter(path -> !path.toString().contains(".ipynb_checkpoints"))
                    .sorted()
                    .toList();
        }
    }
}
