package advsys.workbook.kernel.jshell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern WORD = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

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

    /// Those of [#snippets] that one of the words in `sources` can mean: to take in all of them takes a third of a
    /// second.
    public static List<String> snippets(List<String> sources) {
        Set<String> words = new LinkedHashSet<>();
        for (String source : sources) {
            if (source.contains("\\u")) { // letters may be written so: then nobody knows
                return snippets();
            }
            for (Matcher word = WORD.matcher(source); word.find(); ) {
                words.add(word.group());
            }
        }
        Set<String> packages = new HashSet<>();
        for (String word : words) {
            if (Character.isUpperCase(word.charAt(0))) {
                DefaultImports.find(word).ifPresent(type -> packages.add(type.substring(0, type.lastIndexOf('.'))));
            }
        }
        return snippets().stream()
                .filter(snippet -> snippet.startsWith("import static ")
                        ? !Collections.disjoint(words, DefaultImports.STATICS)
                        : !snippet.endsWith(".*;")
                                || packages.contains(snippet.substring("import ".length(), snippet.length() - 3)))
                .toList();
    }
}
