package advsys.workbook.kernel.jshell.load;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names that JShell gives to the classes around snippets: `REPL.$JShell$12B` is the second version of what
/// declares snippet 12; overloaded methods share one, `REPL.$JShell$12_14`.
public final class Wrapper {
    private static final Pattern NAME = Pattern.compile("REPL[./]\\$JShell\\$([0-9]+[A-Z]*(?:_[0-9]+[A-Z]*)*)");
    private static final Pattern IN_TEXT = Pattern.compile("(?:REPL[./])?\\$JShell\\$[0-9A-Z_]+[.$]");

    private Wrapper() {}

    /// The wrapper that holds `binaryName`, or null when it is no class of a cell.
    public static @Nullable String of(String binaryName) {
        Matcher matcher = NAME.matcher(binaryName);
        return matcher.lookingAt() ? matcher.group().replace('/', '.') : null;
    }

    /// The numbers of the snippets in the wrapper called `name`.
    public static Set<String> snippets(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.lookingAt()) {
            return Set.of();
        }
        return Stream.of(matcher.group(1).split("_"))
                .map(version -> version.replaceAll("[A-Z]", ""))
                .collect(Collectors.toSet());
    }

    /// `text` with the wrappers' names left out: what the reader wrote, `REPL.$JShell$12$My` → `My`.
    public static String strip(String text) {
        return text.contains("$JShell$") ? IN_TEXT.matcher(text).replaceAll("") : text;
    }
}
