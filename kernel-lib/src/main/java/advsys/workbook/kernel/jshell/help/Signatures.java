package advsys.workbook.kernel.jshell.help;

import advsys.workbook.kernel.jshell.load.Wrapper;

/// Signatures as people read them.
final class Signatures {
    private Signatures() {}

    /// Type names without their packages: `java.util.Map<java.lang.String, T>` → `Map<String, T>`.
    static String simple(String signature) {
        return Wrapper.strip(signature).replaceAll("\\b[a-z][\\w]*(?:\\.[a-z]\\w*)*\\.(?=[A-Z])", "");
    }
}
