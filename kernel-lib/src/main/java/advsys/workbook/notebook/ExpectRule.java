package advsys.workbook.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Every cell that shows something says in `metadata.advsys.expect` what must be seen, and says it in words that
/// `./workbook check` knows.
final class ExpectRule implements Rule {
    private static final Pattern SHOWS = Pattern.compile(
            "\\bSystem\\s*\\.\\s*(out|err)\\b|\\bIO\\s*\\.\\s*print|\\bdisplay\\s*\\(|\\.\\s*(run|explore)\\s*\\(\\s*\\)");

    /// The vocabulary: what each word takes.
    private static final Map<String, Predicate<JsonElement>> WORDS = Map.of(
            "mime", ExpectRule::isTexts,
            "text", ExpectRule::isPatterns,
            "absent", ExpectRule::isPatterns,
            "error", ExpectRule::isPatterns,
            "stderr", ExpectRule::isPatterns,
            "rows", ExpectRule::isCount,
            "images", ExpectRule::isCount,
            "progress", value -> value instanceof JsonPrimitive p && p.isBoolean(),
            "seconds", value -> value instanceof JsonPrimitive p && p.isNumber() && p.getAsDouble() > 0);

    @Override
    public void check(Notebook notebook, Findings findings) {
        for (NotebookCell cell : notebook.code()) {
            cell.expect()
                    .ifPresentOrElse(expect -> checkWords(cell, expect, findings), () -> checkSilent(cell, findings));
            boolean declared = cell.expect().orElse(null) instanceof JsonObject object && object.has("error");
            if (declared && !cell.mayFail()) {
                findings.error(cell, "error-tag", "it expects an error", "tag it 'raises-exception'");
            } else if (cell.mayFail() && !declared) {
                findings.error(
                        cell,
                        "error-tag",
                        "it may raise any exception",
                        "say which one: expect {\"error\": \"regex\"}");
            }
        }
    }

    private static void checkSilent(NotebookCell cell, Findings findings) {
        if (shows(JavaText.of(cell.source()).code())) {
            findings.error(
                    cell,
                    "expect",
                    "it shows something, and nothing says what must be seen",
                    "add metadata.advsys.expect, such as {\"mime\": [\"image/png\"]}");
        }
    }

    /// A cell shows its last expression, and what it prints, displays or measures on the way.
    private static boolean shows(String code) {
        String text = code.replaceAll("(?m)^%.*$", "").strip(); // a magic is not Java
        return SHOWS.matcher(text).find() || (!text.isEmpty() && !text.endsWith(";") && !text.endsWith("}"));
    }

    private static void checkWords(NotebookCell cell, JsonElement expect, Findings findings) {
        if (!(expect instanceof JsonObject object)) {
            findings.error(cell, "expect", "advsys.expect is not an object", "write {\"text\": \"regex\"}");
            return;
        }
        for (var word : object.entrySet()) {
            Predicate<JsonElement> takes = WORDS.get(word.getKey());
            if (takes == null) {
                String known =
                        String.join(", ", WORDS.keySet().stream().sorted().toList());
                findings.error(cell, "expect", "check knows no '" + word.getKey() + "'", "it knows " + known);
            } else if (!takes.test(word.getValue())) {
                findings.error(
                        cell, "expect", "'" + word.getKey() + "' cannot be " + word.getValue(), "see CONTRIBUTING.md");
            }
        }
    }

    private static boolean isTexts(JsonElement value) {
        return value instanceof JsonArray list
                ? list.asList().stream().allMatch(each -> each instanceof JsonPrimitive p && p.isString())
                : value instanceof JsonPrimitive p && p.isString();
    }

    private static boolean isPatterns(JsonElement value) {
        if (!isTexts(value)) {
            return false;
        }
        try {
            if (value instanceof JsonArray list) {
                list.forEach(each -> Pattern.compile(each.getAsString()));
            } else {
                Pattern.compile(value.getAsString());
            }
            return true;
        } catch (PatternSyntaxException _) {
            return false;
        }
    }

    private static boolean isCount(JsonElement value) {
        if (value instanceof JsonObject range) {
            return !range.isEmpty()
                    && range.entrySet().stream()
                            .allMatch(end ->
                                    (end.getKey().equals("min") || end.getKey().equals("max"))
                                            && isCount(end.getValue()));
        }
        return value instanceof JsonPrimitive p && p.isNumber() && p.getAsInt() >= 0;
    }
}
