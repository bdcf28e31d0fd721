package advsys.workbook.grading.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The agent's jar and its start-up cache, kept from one grader to the next under `.workbook/agent`.
///
/// - **Guarantee** what is kept is whole; it is found again only for the same library, JDK and options.
///
/// @param folder that keeps them
/// @param key names them
record Kept(Path folder, String key) {
    private static final int MOST = 4; // of 35 MB each
    private static final String JAR = ".jar";
    private static final String CACHE = ".aot";

    /// Where `key` is kept; nowhere without a workbook.
    static Optional<Kept> of(String key) {
        return Optional.ofNullable(System.getProperty("advsys.root"))
                .map(root -> new Kept(Path.of(root, ".workbook", "agent"), key));
    }

    /// True when both are there.
    boolean isThere() {
        return Files.exists(file(CACHE)) && Files.exists(file(JAR));
    }

    private Path file(String ending) {
        return folder.resolve(key + ending);
    }

    /// Copies both.
    void copyTo(Path jar, Path cache) throws IOException {
        Files.copy(file(JAR), jar, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(file(CACHE), cache, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Keeps both, the jar first: without a cache nothing is there.
    void keep(Path jar, Path cache) throws IOException {
        Files.createDirectories(folder);
        copy(jar, file(JAR));
        copy(cache, file(CACHE));
        forgetOld();
    }

    private void copy(Path file, Path as) throws IOException {
        Path part = Files.createTempFile(folder, "part", "");
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, as, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Those of builds long gone.
    private void forgetOld() throws IOException {
        List<Path> caches;
        try (Stream<Path> files = Files.list(folder)) {
            caches = files.filter(each -> each.toString().endsWith(CACHE))
                    .sorted(Comparator.comparing(Kept::age).reversed())
                    .toList();
        }
        for (Path old : caches.subList(Math.min(MOST, caches.size()), caches.size())) {
            String name = old.getFileName().toString();
            Files.deleteIfExists(old);
            Files.deleteIfExists(folder.resolve(name.substring(0, name.length() - CACHE.length()) + JAR));
        }
    }

    private static FileTime age(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
