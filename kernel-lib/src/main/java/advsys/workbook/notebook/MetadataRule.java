package advsys.workbook.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Set;

/// `metadata.advsys` and the tags are spelled as they are read, so that a slip of the pen is not taken for absence.
final class MetadataRule implements Rule {
    private static final Set<String> OURS = Set.of("part", "expect", "allow", "generated");
    private static final Set<String> TAGS = Set.of("parameters", "raises-exception", "hide-input", "hide-output");

    private static final Set<String> SWEEPS = Set.of("measured", "simulated");

    @Override
    public void check(Notebook notebook, Findings findings) {
        if (notebook.json().getAsJsonObject("metadata").get("advsys") instanceof JsonObject whole
                && whole.has("sweep")
                && !(whole.get("sweep") instanceof JsonPrimitive sweep && SWEEPS.contains(sweep.getAsString()))) {
            findings.error(
                    "metadata",
                    "the notebook's metadata.advsys.sweep is " + whole.get("sweep"),
                    "it says how ./workbook sweep runs its points: one of " + sorted(SWEEPS));
        }
        for (NotebookCell cell : notebook.cells()) {
            JsonElement ours = cell.metadata().get("advsys");
            if (ours != null && !(ours instanceof JsonObject)) {
                findings.error(cell, "metadata", "metadata.advsys is not an object", "write {\"part\": \"run\"}");
            }
            for (String name : cell.ours().keySet()) {
                if (!OURS.contains(name)) {
                    findings.error(
                            cell, "metadata", "metadata.advsys knows no '" + name + "'", "it has " + sorted(OURS));
                }
            }
            if (!isTexts(cell.metadata().get("tags"))) {
                findings.error(cell, "metadata", "the tags are not a list of texts", "write [\"parameters\"]");
            }
            if (!isTexts(cell.ours().get("allow"))) {
                findings.error(cell, "metadata", "advsys.allow is not a list of rules", "write [\"sleep\"]");
            }
            for (String tag : cell.tags()) {
                if (!TAGS.contains(tag)) {
                    findings.error(cell, "metadata", "no one reads the tag '" + tag + "'", "known are " + sorted(TAGS));
                }
            }
        }
    }

    private static boolean isTexts(JsonElement value) {
        return value == null
                || (value instanceof JsonArray list
                        && list.asList().stream()
                                .allMatch(each -> each.isJsonPrimitive()
                                        && each.getAsJsonPrimitive().isString()));
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
