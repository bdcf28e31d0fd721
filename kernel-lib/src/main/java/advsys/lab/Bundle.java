package advsys.lab;

import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One thing to show, in several forms: MIME type → data, and MIME type → metadata, as in Jupyter's messages. Binary
/// data is base64 text. Always holds `text/plain`.
public record Bundle(Map<String, Object> data, Map<String, Object> metadata) {
    public static final String TEXT = "text/plain";
    public static final String HTML = "text/html";
    public static final String PNG = "image/png";
    public static final String SVG = "image/svg+xml";

    public Bundle {
        if (!(data.get(TEXT) instanceof String)) {
            throw new IllegalArgumentException("a bundle needs text/plain, this one has " + data.keySet());
        }
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    public static Bundle text(String text) {
        return new Bundle(Map.of(TEXT, text), Map.of());
    }

    /// An HTML rendering with its plain twin. No script, no style sheet, inline styles only: untrusted notebooks strip
    /// them.
    public static Bundle html(String html, String text) {
        return text(text).with(HTML, html);
    }

    /// A picture, the size at which it is shown (it has twice as many points), its plain twin, and one sentence for
    /// those who cannot see it.
    public static Bundle png(byte[] png, int shownWidth, int shownHeight, String text, String alternative) {
        Map<String, Object> size = new LinkedHashMap<>();
        size.put("width", shownWidth);
        size.put("height", shownHeight);
        size.put("alt", alternative);
        return text(text).with(PNG, Base64.getEncoder().encodeToString(png)).withMetadata(PNG, size);
    }

    /// This bundle with one more form.
    public Bundle with(String mimeType, Object form) {
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put(mimeType, form);
        return new Bundle(more, metadata);
    }

    /// This bundle with one more entry of metadata: a MIME type, or a name of our own.
    public Bundle withMetadata(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(metadata);
        more.put(key, value);
        return new Bundle(data, more);
    }

    /// The plain form.
    public String text() {
        return String.valueOf(data.get(TEXT));
    }
}
