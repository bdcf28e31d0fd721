package advsys.workbook.kernel.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/// What the kernel says of itself.
final class KernelInfo {
    private KernelInfo() {}

    /// The content of a `kernel_info_reply`. `language_info` makes JupyterLab colour Java: `codemirror_mode` must be
    /// "java", the MIME type does not do.
    static JsonObject reply() {
        JsonObject language = new JsonObject();
        language.addProperty("name", "java");
        language.addProperty("version", System.getProperty("java.specification.version"));
        language.addProperty("mimetype", "text/x-java-source");
        language.addProperty("file_extension", ".java");
        language.addProperty("codemirror_mode", "java");
        language.addProperty("pygments_lexer", "java");

        JsonObject content = Replies.ok();
        content.addProperty("protocol_version", Codec.VERSION);
        content.addProperty("implementation", "advsys");
        content.addProperty("implementation_version", version());
        content.add("language_info", language);
        content.addProperty("banner", "Advanced Systems workbook: Java " + Runtime.version());
        content.add("help_links", links());
        content.addProperty("debugger", false);
        content.add("supported_features", new JsonArray());
        return content;
    }

    private static JsonArray links() {
        JsonArray links = new JsonArray();
        links.add(link("Java library", "https://docs.oracle.com/en/java/javase/25/docs/api/"));
        links.add(link("Tablesaw", "https://jtablesaw.github.io/tablesaw/"));
        return links;
    }

    private static JsonObject link(String text, String url) {
        JsonObject link = new JsonObject();
        link.addProperty("text", text);
        link.addProperty("url", url);
        return link;
    }

    private static String version() {
        String packed = KernelInfo.class.getPackage().getImplementationVersion();
        return packed == null ? "0.1.0" : packed; // a folder of classes has no manifest
    }
}
