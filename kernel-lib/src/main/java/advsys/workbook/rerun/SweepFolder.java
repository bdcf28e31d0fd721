package advsys.workbook.rerun;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a sweep keeps what it has: an executed notebook for each point, named by its fingerprint, and the table.
///
/// - **Guarantee** a file in it is whole: each is written beside its place and moved there. A point is done exactly
///   when its file is there, so a sweep that was killed at any moment goes on with what is missing.
final class SweepFolder implements AutoCloseable {
    private static final String POINTS = "points";
    private static final String NOTEBOOK = ".ipynb";
    private static final String FAILED = ".failed.ipynb";

    private final Path folder;
    private final FileChannel lock;

    private SweepFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Opens the folder, which is made when it is not there, for this process alone.
    ///
    /// @throws IOException if another sweep works in it
    static SweepFolder open(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(POINTS));
        FileChannel channel =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) { // the system lets go of it when the process dies
                return new SweepFolder(folder, channel);
            }
        } catch (OverlappingFileLockException _) {
            // of this very process
        }
        channel.close();
        throw new IOException("another sweep works in " + folder + ": wait for it, or name another folder with -o");
    }

    Path path() {
        return folder;
    }

    Path done(String key) {
        return folder.resolve(POINTS).resolve(key + NOTEBOOK);
    }

    Path failed(String key) {
        return folder.resolve(POINTS).resolve(key + FAILED);
    }

    /// The keys of all points that are here, whatever notebook they are of.
    Set<String> keys() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(POINTS))) {
            return files.filter(SweepFolder::isPoint)
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .collect(Collectors.toSet());
        }
    }

    /// One of the points that the sweep in `folder` has run to their ends: the first by name.
    static Optional<Executed> anyPoint(Path folder) throws IOException {
        if (!Files.isDirectory(folder.resolve(POINTS))) {
            return Optional.empty();
        }
        Optional<Path> first;
        try (Stream<Path> files = Files.list(folder.resolve(POINTS))) {
            first = files.filter(file -> isPoint(file) && !file.toString().endsWith(FAILED))
                    .min(Comparator.naturalOrder());
        }
        return first.isPresent() ? Optional.of(Executed.read(first.orElseThrow())) : Optional.empty();
    }

    private static boolean isPoint(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(NOTEBOOK) && !name.startsWith(".");
    }

    /// Forgets what a killed sweep had begun to write.
    void clean() throws IOException {
        for (Path place : new Path[] {folder, folder.resolve(POINTS)}) {
            try (Stream<Path> files = Files.list(place)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".part")).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    void write(String name, String text) throws IOException {
        write(folder.resolve(name), text);
    }

    /// Writes a file, whole or not at all.
    static void write(Path file, String text) throws IOException {
        Path part = file.resolveSibling(
                "." + file.getFileName() + "-" + ProcessHandle.current().pid() + ".part");
        Files.writeString(part, text);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
