package advsys.workbook.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/// How the file stands in git: canonical text, our kernel, no outputs, ids that a person gave.
final class FormatRule implements Rule {
    static final String KERNEL = "advsys";

    // what JupyterLab and nbformat make up: eight hexadecimal digits, or a UUID
    private static final String RANDOM_ID = "[0-9a-f]{8}(-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})?";

    @Override
    public void check(Notebook notebook, Findings findings) {
        String fix = "run './workbook lint --fix'";
        if (!notebook.text().equals(notebook.canonical())) {
            findings.error("canonical", "the file is not in canonical form (sorted members, indent 1)", fix);
        }
        checkKernel(notebook, findings);
        for (NotebookCell cell : notebook.cells()) {
            if (cell.isCode()
                    && (!cell.json().getAsJsonArray("outputs").isEmpty()
                            || isSet(cell.json().get("execution_count")))) {
                findings.error(cell, "outputs", "the cell holds outputs or an execution count of a run", fix);
            }
            if (cell.id().matches(RANDOM_ID)) {
                findings.error(
                        cell,
                        "id",
                        "the id is a random one",
                        "name the cell by what it is for, such as 'stampede-run'");
            } else if (!cell.id().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                findings.error(
                        cell, "id", "the id is not of the form 'stampede-run'", "use small letters, digits and -");
            }
        }
    }

    private static void checkKernel(Notebook notebook, Findings findings) {
        JsonObject metadata = notebook.json().getAsJsonObject("metadata");
        JsonElement name = metadata.get("kernelspec") instanceof JsonObject spec ? spec.get("name") : null;
        if (name == null || !name.isJsonPrimitive() || !name.getAsString().equals(KERNEL)) {
            findings.error("kernel", "its kernelspec is " + name, "set metadata.kernelspec.name to \"" + KERNEL + "\"");
        }
    }

    private static boolean isSet(JsonElement value) {
        return value != null && !value.isJsonNull();
    }
}
