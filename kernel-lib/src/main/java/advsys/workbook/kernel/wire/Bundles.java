package advsys.workbook.kernel.wire;

import advsys.lab.Bundle;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.Map;

/// Things to show, as message content. What is too large for a notebook is cut and says so.
final class Bundles {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LARGEST_FORM = 32 << 20;

    private Bundles() {}

    /// `data` and `metadata` of a message.
    static JsonObject content(Bundle bundle) {
        JsonObject content = new JsonObject();
        try {
            content.add("data", forms(bundle));
            content.add("metadata", Json.of(bundle.metadata()));
        } catch (IllegalArgumentException | StackOverflowError unfit) {
            JsonObject plain = new JsonObject();
            plain.addProperty(Bundle.TEXT, cut(bundle.text()) + "\n[its other forms cannot be sent: " + unfit + "]");
            content.add("data", plain);
            content.add("metadata", new JsonObject());
        }
        return content;
    }

    private static JsonObject forms(Bundle bundle) {
        JsonObject forms = new JsonObject();
        StringBuilder left = new StringBuilder();
        for (Map.Entry<String, Object> form : bundle.data().entrySet()) {
            JsonElement json = form.getKey().equals(Bundle.TEXT)
                    ? new JsonPrimitive(cut(bundle.text()))
                    : Json.of(form.getValue());
            long size = sizeOf(json);
            if (size > LARGEST_FORM) {
                left.append("\n[")
                        .append(form.getKey())
                        .append(" left out: ")
                        .append(size(size))
                        .append(']');
            } else {
                forms.add(form.getKey(), json);
            }
        }
        if (!left.isEmpty()) {
            forms.addProperty(Bundle.TEXT, forms.get(Bundle.TEXT).getAsString() + left);
        }
        return forms;
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return text.substring(0, end) + "\n… " + (text.length() - end) + " more characters";
    }

    /// About how many bytes the strings of `json` take.
    static long sizeOf(JsonElement json) {
        if (json instanceof JsonPrimitive value) {
            return value.isString() ? value.getAsString().length() : 8;
        }
        long size = 2;
        if (json instanceof JsonObject object) {
            for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
                size += entry.getKey().length() + sizeOf(entry.getValue());
            }
        } else if (json.isJsonArray()) {
            for (JsonElement element : json.getAsJsonArray()) {
                size += sizeOf(element);
            }
        }
        return size;
    }

    /// A number of bytes, for people.
    static String size(long bytes) {
        if (bytes < 10_000) {
            return bytes + " bytes";
        }
        return bytes < 10_000_000 ? (bytes + 500) / 1000 + " kB" : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
