package advsys.workbook.rerun;

import advsys.workbook.notebook.Notebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What decides about a point's results: the library's code, the notebook's cells, what is set (the seed with it), and
/// whether it is a quick run. Two points with one fingerprint need to be run once only.
final class Fingerprint {
    private static final int LENGTH = 20; // hexadecimal digits: 80 bits

    private final String common;

    /// The library is the one that this class comes from.
    static Fingerprint of(Notebook notebook, boolean quick) throws IOException {
        return of(library(), notebook, quick);
    }

    /// @param library a jar, or a folder of class files
    static Fingerprint of(Path library, Notebook notebook, boolean quick) throws IOException {
        return new Fingerprint(library, notebook, quick);
    }

    private Fingerprint(Path library, Notebook notebook, boolean quick) throws IOException {
        MessageDigest digest = sha256();
        for (Path file : files(library)) {
            digest.update(library.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        notebook.cells().stream()
                .filter(cell -> cell.isCode() && !cell.tags().contains(Injection.TAG))
                .forEach(cell -> {
                    digest.update(cell.source().getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                });
        digest.update((byte) (quick ? 1 : 0));
        common = hex(digest);
    }

    /// The name of the point that sets `values`.
    String of(Map<String, Value> values) {
        MessageDigest digest = sha256();
        digest.update((common + "\n" + Injection.source(values)).getBytes(StandardCharsets.UTF_8));
        return hex(digest);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }

    private static List<Path> files(Path library) throws IOException {
        try (Stream<Path> found = Files.walk(library)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path library() throws IOException {
        CodeSource source = Fingerprint.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IOException("it cannot be told where the library's code lies");
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
