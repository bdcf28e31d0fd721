package advsys.workbook.kernel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What tells Jupyter that there is a kernel called `advsys`: a folder in the Python environment, with
/// `kernel.json` and pictures.
final class KernelSpecification {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final List<String> PICTURES = List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");

    private final Path folder;
    private final Path launchFile;

    KernelSpecification(Path prefix, Path launchFile) {
        folder = prefix.resolve("share/jupyter/kernels/advsys");
        this.launchFile = launchFile;
    }

    boolean write() throws IOException {
        for (String picture : PICTURES) {
            try (InputStream in = KernelSpecification.class.getResourceAsStream(picture)) {
                if (in != null) {
                    WholeFile.write(folder.resolve(picture), in.readAllBytes());
                }
            }
        }
        return WholeFile.write(folder.resolve("kernel.json"), json());
    }

    boolean isCurrent() throws IOException {
        Path file = folder.resolve("kernel.json");
        return Files.exists(file) && Files.readString(file).equals(json());
    }

    private String json() {
        Map<String, Object> specification = new LinkedHashMap<>();
        specification.put(
                "argv",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + launchFile,
                        "{connection_file}"));
        specification.put("display_name", "Advanced Systems (Java)");
        specification.put("language", "java");
        specification.put("interrupt_mode", "message"); // a signal would end the JVM
        specification.put("env", environment());
        specification.put("metadata", Map.of("debugger", false));
        return GSON.toJson(specification) + "\n";
    }

    /// On Linux the locale decides in which encoding the JVM reads names of files, so also its class path: the one
    /// of this process, when that is UTF-8.
    private static Map<String, String> environment() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            return Map.of();
        }
        return Map.of("LC_ALL", utf8Locale(System.getenv(), System.getProperty("sun.jnu.encoding", "")));
    }

    static String utf8Locale(Map<String, String> environment, String encoding) {
        if (encoding.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            for (String variable : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
                String locale = environment.getOrDefault(variable, "");
                if (!locale.isEmpty()) {
                    return locale;
                }
            }
        }
        return "C.UTF-8";
    }
}
