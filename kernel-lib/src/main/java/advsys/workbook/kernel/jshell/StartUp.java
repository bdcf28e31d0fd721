package advsys.workbook.kernel.jshell;

import java.util.ArrayList;
import java.util.List;

/// What every notebook can use without importing it.
public final class StartUp {
    static final List<String> PACKAGES = List.of(
            "java.util",
            "java.util.function",
            "java.util.stream",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.concurrent.locks",
            "java.util.regex",
            "java.io",
            "java.math",
            "java.net",
            "java.nio.charset",
            "java.nio.file",
            "java.time");

    private StartUp() {}

    /// The same as declarations, ready for JShell one by one. (The kernel itself imports each class when a cell first
    /// mentions it: that starts faster, and a name that the reader imports or declares never clashes.)
    public static List<String> snippets() {
        List<String> snippets = new ArrayList<>();
        PACKAGES.forEach(name -> snippets.add("import " + name + ".*;"));
        snippets.add("import static " + Notebook.class.getName() + ".*;");
        snippets.add("import " + Output.class.getName() + ";");
        return snippets;
    }
}
