package advsys.workbook.kernel.jshell.magic;

import advsys.workbook.kernel.Language.Candidate;
import advsys.workbook.kernel.Language.Completion;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The magics there are.
public final class Magics {
    private static final Set<String> NAMES =
            new TreeSet<>(Set.of("classpath", "help", "jars", "load", "maven", "reset", "time", "who"));

    private Magics() {}

    public static Set<String> names() {
        return Collections.unmodifiableSet(NAMES);
    }

    /// The magics that `before`, the source up to the cursor, may be about to name; null when its line is Java.
    public static @Nullable Completion complete(String before) {
        String line = before.substring(before.lastIndexOf('\n') + 1).stripLeading();
        if (!line.matches("%{1,2}\\w*")) {
            return null;
        }
        String name = line.replace("%", "");
        List<Candidate> found = NAMES.stream()
                .filter(magic -> magic.startsWith(name))
                .map(magic -> new Candidate(magic, "magic", usage(magic).replaceAll("\\s{2,}", ": ")))
                .toList();
        return new Completion(before.length() - name.length(), before.length(), found);
    }

    /// Does the magic called `name`.
    ///
    /// @throws MagicException also when there is none
    public static void run(String name, String arguments, Host host) throws Exception {
        Magic magic = magic(name);
        if (magic == null) {
            throw new MagicException("there is no magic %" + name + ". There are:\n" + list());
        }
        magic.run(arguments, host);
    }

    /// Made when it is called for: some need libraries that are not everywhere where cells run.
    private static @Nullable Magic magic(String name) {
        return switch (name) {
            case "classpath" -> new ClassPath();
            case "help" -> new Help();
            case "jars" -> new Jars();
            case "load" -> new Load();
            case "maven" -> new Maven();
            case "reset" -> new Reset();
            case "time" -> new Time();
            case "who" -> new Who();
            default -> null;
        };
    }

    /// How each is written, and what it does.
    static String list() {
        return NAMES.stream().map(name -> "    " + usage(name)).collect(Collectors.joining("\n"));
    }

    private static String usage(String name) {
        return Objects.requireNonNull(magic(name)).usage();
    }
}
