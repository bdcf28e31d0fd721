package advsys.workbook.kernel.jshell.magic;

import java.util.ArrayList;
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
        List<String> usages = new ArrayList<>();
        for (String name : NAMES) {
            usages.add(Objects.requireNonNull(magic(name)).usage());
        }
        return usages.stream().map(usage -> "    " + usage).collect(Collectors.joining("\n"));
    }
}
