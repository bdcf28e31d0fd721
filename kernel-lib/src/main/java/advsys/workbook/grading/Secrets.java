package advsys.workbook.grading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Looks for what must not be released: in every file of a tree, in every entry of its jars, however it is
/// indented, broken into lines or escaped in JSON.
final class Secrets {
    private static final int SHORTEST = 24; // characters without blanks: a shorter text may be anybody's

    private final List<String> needles;

    /// @param texts solutions, hidden checks, wrong solutions
    Secrets(List<String> texts) {
        this.needles = texts.stream()
                .map(Secrets::normal)
                .filter(text -> text.length() >= SHORTEST)
                .distinct()
                .toList();
    }

    /// Where the first of them was found, and its beginning; empty when there is none.
    Optional<String> findIn(Path tree) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(tree)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            Optional<String> found =
                    file.toString().endsWith(".jar") ? inJar(file.toString(), bytes) : in(file.toString(), bytes);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> inJar(String name, byte[] jar) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Optional<String> found = in(name + "!" + entry.getName(), all(entries));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static byte[] all(InputStream entry) throws IOException {
        return entry.readAllBytes();
    }

    private Optional<String> in(String where, byte[] bytes) {
        String text = normal(new String(bytes, StandardCharsets.UTF_8));
        for (String needle : needles) {
            if (text.contains(needle)) {
                return Optional.of(where + " holds '" + needle.substring(0, SHORTEST) + "…'");
            }
        }
        return Optional.empty();
    }

    /// Without blanks and line ends, and without what JSON puts between the lines of a source and in front of
    /// quotes.
    static String normal(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (String line : lines) {
            String part = line.strip();
            if (part.startsWith("\"") && (part.endsWith("\\n\",") || part.endsWith("\""))) {
                part = part.substring(1, part.endsWith("\\n\",") ? part.length() - 4 : part.length() - 1);
            }
            normal.append(part);
        }
        return normal.toString()
                .replace("\\n", "")
                .replace("\\t", "")
                .replace("\\\"", "\"")
                .replace("\\\\", "\\")
                .replaceAll("\\s+", "");
    }
}
