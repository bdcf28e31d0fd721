package advsys.workbook.kernel.wire;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the whole text of cells lies that print more than is shown: one folder per kernel, made when the first needs
/// it. Folders of kernels that ended more than a day ago are removed then, so that notebooks can point at fresh ones.
final class TextFolder {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Optional<Path> base;
    private final AtomicLong room;
    private @Nullable Path folder; // guarded by this

    /// @param base the folder of all kernels; without one, a new temporary folder is used
    TextFolder(Optional<Path> base, long room) {
        this.base = base;
        this.room = new AtomicLong(room);
    }

    /// Takes `bytes` from what all files of this kernel may hold; false when that is used up.
    boolean take(long bytes) {
        if (room.addAndGet(-bytes) >= 0) {
            return true;
        }
        room.addAndGet(bytes);
        return false;
    }

    /// A new, empty file for cell `number`.
    synchronized Path newFile(int number) throws IOException {
        Path own = folder;
        if (own == null) {
            own = makeFolder();
            folder = own;
        }
        for (int copy = 1; ; copy++) {
            String name = "In-" + number + (copy == 1 ? "" : "-" + copy) + ".txt";
            try {
                return Files.createFile(own.resolve(name));
            } catch (FileAlreadyExistsException taken) {
                Files.createDirectories(own); // also when somebody has tidied up meanwhile
            }
        }
    }

    private Path makeFolder() throws IOException {
        if (base.isPresent()) {
            try {
                Path made =
                        base.get().resolve("kernel-" + ProcessHandle.current().pid());
                Files.createDirectories(made);
                removeOld(base.get());
                return made;
            } catch (IOException readOnly) {
                Log.line("cannot write in " + base.get() + " (" + readOnly
                        + "), long output goes to the temporary folder");
            }
        }
        return Files.createTempDirectory("advsys-output-");
    }

    private static void removeOld(Path base) {
        Instant old = Instant.now().minus(KEPT);
        try (DirectoryStream<Path> kernels = Files.newDirectoryStream(base, "kernel-*")) {
            for (Path kernel : kernels) {
                if (Files.getLastModifiedTime(kernel).toInstant().isBefore(old) && !lives(kernel)) {
                    remove(kernel);
                }
            }
        } catch (IOException unreadable) {
            Log.line("cannot tidy " + base + " (" + unreadable + ")");
        }
    }

    private static boolean lives(Path kernel) {
        try {
            long pid = Long.parseLong(kernel.getFileName().toString().substring("kernel-".length()));
            return ProcessHandle.of(pid).isPresent();
        } catch (NumberFormatException notOurs) {
            return true;
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
