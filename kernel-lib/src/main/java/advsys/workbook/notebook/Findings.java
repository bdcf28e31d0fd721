package advsys.workbook.notebook;

import advsys.workbook.notebook.Finding.Severity;
import com.google.gson.JsonArray;
import java.util.ArrayList;
import java.util.List;

/// Collects what the rules find in one notebook. A cell may allow itself one rule by name, in
/// `metadata.advsys.allow`: a lesson about `Thread.sleep` has to show it.
final class Findings {
    private final Notebook notebook;
    private final List<Finding> found = new ArrayList<>();

    Findings(Notebook notebook) {
        this.notebook = notebook;
    }

    void error(NotebookCell cell, String rule, String what, String remedy) {
        add(cell, rule, Severity.ERROR, what, remedy);
    }

    void warning(NotebookCell cell, String rule, String what, String remedy) {
        add(cell, rule, Severity.WARNING, what, remedy);
    }

    /// An error of the notebook as a whole.
    void error(String rule, String what, String remedy) {
        found.add(new Finding(notebook.file(), "notebook", rule, Severity.ERROR, what, remedy));
    }

    /// A warning about the notebook as a whole.
    void warning(String rule, String what, String remedy) {
        found.add(new Finding(notebook.file(), "notebook", rule, Severity.WARNING, what, remedy));
    }

    List<Finding> list() {
        return List.copyOf(found);
    }

    private void add(NotebookCell cell, String rule, Severity severity, String what, String remedy) {
        if (!allowed(cell, rule)) {
            found.add(new Finding(notebook.file(), cell.id(), rule, severity, what, remedy));
        }
    }

    private static boolean allowed(NotebookCell cell, String rule) {
        return cell.ours().get("allow") instanceof JsonArray list
                && list.asList().stream().anyMatch(each -> each.getAsString().equals(rule));
    }
}
