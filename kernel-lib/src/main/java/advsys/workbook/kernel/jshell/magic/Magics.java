package advsys.workbook.kernel.jshell.magic;

import advsys.workbook.kernel.Language.Candidate;
import advsys.workbook.kernel.Language.Completion;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The magics there are.
public final class Magics {
    private static final Map<String, Magic> BY_NAME = new TreeMap<>(Map.of(
            "classpath", new ClassPath(),
            "help", new Help(),
            "jars", new Jars(),
            "load", new Load(),
            "maven", new Maven(),
            "reset", new Reset(),
            "time", new Time(),
            "who", new Who()));

    private Magics() {}

    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    /// The magics that `before`, the source up to the cursor, may be about to name; null when its line is Java.
    public static @Nullable Completion complete(String before) {
        String line = before.substring(before.lastIndexOf('\n') + 1).stripLeading();
        if (!line.matches("%{1,2}\\w*")) {
            return null;
        }
        String name = line.replace("%", "");
        List<Candidate> found = BY_NAME.entrySet().stream()
                .filter(magic -> magic.getKey().startsWith(name))
                .map(magic -> new Candidate(
                        magic.getKey(), "magic", magic.getValue().usage().replaceAll("\\s{2,}", ": ")))
                .toList();
        return new Completion(before.length() - name.length(), before.length(), found);
    }

    /// Does the magic called `name`.
    ///
    /// @throws MagicException also when there is none
    public static void run(String name, String arguments, Host host) throws Exception {
        Magic magic = BY_NAME.get(name);
        if (magic == null) {
            throw new MagicException("there is no magic %" + name + ". There are:\n" + list());
        }
        magic.run(arguments, host);
    }

    /// How each is written, and what it does.
    static String list() {
        List<String> usages = BY_NAME.values().stream()
                .map(Magic::usage)
                .sorted(Comparator.comparing(usage -> usage.replace("%", "")))
                .toList();
        return usages.stream().map(usage -> "    " + usage).collect(Collectors.joining("\n"));
    }
}
