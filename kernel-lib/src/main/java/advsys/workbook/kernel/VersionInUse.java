package advsys.workbook.kernel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Which installed versions of the kernel run: each kernel holds a shared lock on a file in its folder, which the
/// system lets go when the process ends, however it ends. A folder whose file can be locked alone is free to be
/// removed.
final class VersionInUse {
    /// System property: the folder that this kernel's classes come from. Absent in tests.
    static final String HOME = "advsys.kernel.home";

    private static final String FILE = "in-use";

    @SuppressWarnings("UnusedVariable") // refers to the lock, so that it is not collected and let go
    private static @Nullable FileLock held;

    private VersionInUse() {}

    /// Holds this kernel's folder until the process ends.
    static void claim() {
        String home = System.getProperty(HOME);
        if (home == null) {
            return;
        }
        try {
            FileChannel file = FileChannel.open(Path.of(home).resolve(FILE), StandardOpenOption.READ);
            held = file.tryLock(0, Long.MAX_VALUE, true);
        } catch (IOException unprotected) {
            System.err.println("cannot claim " + home + " (" + unprotected + "): a later build may remove it");
        }
    }

    /// Makes `folder` one that can be claimed.
    static void prepare(Path folder) throws IOException {
        Files.createFile(folder.resolve(FILE));
    }

    /// True when no process runs from `folder`.
    static boolean isFree(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock alone = channel.tryLock()) {
            return alone != null;
        } catch (OverlappingFileLockException ours) { // held by this very process
            return false;
        }
    }
}
