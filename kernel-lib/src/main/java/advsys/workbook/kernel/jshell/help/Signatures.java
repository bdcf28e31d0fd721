package advsys.workbook.kernel.jshell.help;

import advsys.workbook.kernel.jshell.load.Wrapper;

/// Signatures as people read them.
final class Signatures {
    private Signatures() {}

    /// As JShell writes one, without what it adds to the name of the class: a record's components, a class's own type
    /// parameters: `HostCard(String cpu).here()` → `HostCard.here()`.
    static String plain(String signature) {
        return signature
                .replaceAll("\\([^()]*\\)\\.", ".")
                .replaceAll(
                        "(?:<[^<>()]*(?:<[^<>()]*>[^<>()]*)*>)?\\.(?:<[^<>()]*(?:<[^<>()]*>[^<>()]*)*>)?(?=\\w+\\()",
                        ".");
    }

    /// Type names without their packages: `java.util.Map<java.lang.String, T>` → `Map<String, T>`.
    static String simple(String signature) {
        return Wrapper.strip(signature).replaceAll("\\b[a-z][\\w]*(?:\\.[a-z]\\w*)*\\.(?=[A-Z])", "");
    }
}
