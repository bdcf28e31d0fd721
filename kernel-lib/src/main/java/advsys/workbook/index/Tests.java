package advsys.workbook.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which tests check which mechanism: those named after its class or its broken twin (`McsLockTest`,
/// `BrokenMcsLockTest`); where there is none, those of its package, or that import it, whose text names it.
final class Tests {
    private static final String SUFFIX = "Test.java";

    private final Map<String, String> texts = new TreeMap<>(); // name with dots → source

    private Tests() {}

    static Tests read(Path folder) throws IOException {
        Tests tests = new Tests();
        if (Files.isDirectory(folder)) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(folder)) {
                files = all.filter(file -> file.toString().endsWith(SUFFIX)).toList();
            }
            for (Path file : files) {
                String path = folder.relativize(file).toString();
                String name = path.substring(0, path.length() - ".java".length());
                tests.texts.put(name.replaceAll("[/\\\\]", "."), Files.readString(file));
            }
        }
        return tests;
    }

    List<String> of(List<ClassScan.Found> classes, Map<String, List<String>> twins) {
        List<String> named = classes.stream()
                .flatMap(found ->
                        Stream.concat(Stream.of(found.type()), twins.getOrDefault(found.type(), List.of()).stream()))
                .map(type -> type + "Test")
                .filter(texts::containsKey)
                .toList();
        return (named.isEmpty() ? using(classes) : named)
                .stream().map(Tests::simple).distinct().toList();
    }

    private List<String> using(List<ClassScan.Found> classes) {
        return texts.entrySet().stream()
                .filter(test -> classes.stream().anyMatch(found -> uses(test.getKey(), test.getValue(), found)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean uses(String test, String text, ClassScan.Found found) {
        String home = found.type().substring(0, Math.max(0, found.type().lastIndexOf('.')));
        boolean sees = test.startsWith(home + ".")
                || text.contains("import " + found.type() + ";")
                || text.contains("import " + home + ".*;");
        return sees
                && Pattern.compile("\\b" + Pattern.quote(found.simpleName()) + "\\b")
                        .matcher(text)
                        .find();
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
