package advsys.workbook.rerun;

import advsys.workbook.notebook.Notebook;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// One run of a notebook: what is set, and where the executed notebook goes.
///
/// @param values what to set
/// @param output where it goes when it ran to its end
/// @param failed where it goes when a cell failed
/// @param host the host card, as text
record Point(Notebook notebook, Map<String, Value> values, Path output, Path failed, String host) {
    private static final Gson GSON = new Gson();

    /// The folder in which its cells run: the notebook's own, as in JupyterLab.
    Path folder() {
        Path folder = notebook.file().toAbsolutePath().normalize().getParent();
        return folder == null ? Path.of("").toAbsolutePath() : folder;
    }

    /// The notebook as it is to be run.
    JsonObject prepared() {
        JsonObject prepared = Injection.into(notebook, values);
        JsonObject metadata = prepared.getAsJsonObject("metadata");
        JsonObject ours = metadata.get("advsys") instanceof JsonObject there ? there : new JsonObject();
        ours.addProperty("host", host);
        metadata.add("advsys", ours);
        return prepared;
    }

    /// What papermill would write into the notebook's metadata, but for the times.
    JsonObject papermill() {
        Map<String, Object> set = new LinkedHashMap<>();
        values.forEach((name, value) -> set.put(name, value.plain()));
        Map<String, Object> defaults = new LinkedHashMap<>();
        Parameters.of(notebook).list().forEach(each -> defaults.put(each.name(), each.initial()));
        JsonObject papermill = new JsonObject();
        papermill.add("parameters", GSON.toJsonTree(set));
        papermill.add("default_parameters", GSON.toJsonTree(defaults));
        papermill.add("environment_variables", new JsonObject());
        papermill.addProperty("input_path", notebook.file().toString());
        papermill.addProperty("output_path", output.toString());
        papermill.addProperty("version", "advsys 0.1.0");
        return papermill;
    }

    /// As the driver reads it.
    JsonObject json() {
        JsonObject point = new JsonObject();
        point.add("notebook", prepared());
        point.addProperty("folder", folder().toString());
        point.addProperty("output", output.toAbsolutePath().toString());
        point.addProperty("failed", failed.toAbsolutePath().toString());
        point.add("papermill", papermill());
        return point;
    }

    /// As a [Worker] reads it. The notebook goes along only when it is `new` to the worker.
    JsonObject forWorker(boolean isNew) {
        JsonObject point = isNew ? json() : new JsonObject();
        point.addProperty("output", output.toAbsolutePath().toString());
        point.addProperty("failed", failed.toAbsolutePath().toString());
        JsonObject set = new JsonObject();
        values.forEach((name, value) -> set.add(name, GSON.toJsonTree(value.plain())));
        point.add("values", set);
        point.addProperty("source", Injection.source(values));
        return point;
    }
}
