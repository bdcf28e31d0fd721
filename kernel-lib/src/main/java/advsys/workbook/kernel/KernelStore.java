package advsys.workbook.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// The installed versions of the kernel.
///
/// ```
///   .workbook/kernel/launch.args          how to start the latest version; replaced in one step
///                    3f2a…/kernel-lib.jar a version: named after its content, never changed once it is there
///                          lib/*.jar
///                          kernel.aot     its start-up cache
///                          in-use         locked by every kernel that runs from here
/// ```
///
/// JupyterLab restarts a kernel with the arguments that it had, so they name `launch.args` and no version; and a
/// running kernel loads classes late, so its jars must stay as they are while it lives.
final class KernelStore {
    private static final int KEPT = 2; // the current version, and the one that a kernel may just be starting with
    private static final int ID_BYTES = 8;

    private final Path root;
    private final Path folder;

    /// One version.
    record Version(String id, Path folder) {
        Path cache() {
            return folder.resolve("kernel.aot");
        }

        /// The class path: the library first.
        List<Path> jars() throws IOException {
            List<Path> jars = new ArrayList<>(List.of(folder.resolve("kernel-lib.jar")));
            jars.addAll(sorted(folder.resolve("lib")));
            return jars;
        }
    }

    KernelStore(Path root) {
        this.root = root;
        this.folder = root.resolve(".workbook/kernel");
    }

    Path root() {
        return root;
    }

    Path launchFile() {
        return folder.resolve("launch.args");
    }

    Version version(String id) {
        return new Version(id, folder.resolve(id));
    }

    /// The id of what the build made: of every jar, and of the JDK, whose caches no other JDK can use.
    String currentId() throws IOException {
        MessageDigest digest = sha256();
        digest.update((Runtime.version() + System.getProperty("java.home")).getBytes(StandardCharsets.UTF_8));
        for (Path jar : built()) {
            digest.update(jar.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            try (InputStream in = Files.newInputStream(jar)) {
                byte[] buffer = new byte[1 << 16];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    }

    private List<Path> built() throws IOException {
        Path target = root.resolve("kernel-lib/target");
        try {
            Path library = target.resolve("kernel-lib.jar");
            Files.size(library); // throws when it is missing
            List<Path> jars = new ArrayList<>(List.of(library));
            jars.addAll(sorted(target.resolve("lib")));
            return jars;
        } catch (NoSuchFileException missing) {
            throw new IOException(missing.getFile() + " is missing: run ./workbook build", missing);
        }
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /// Makes the version of what was built, unless it is there. It appears whole or not at all.
    Version add() throws IOException {
        Version version = version(currentId());
        if (Files.exists(version.folder)) {
            return version;
        }
        Files.createDirectories(folder);
        Path making = Files.createDirectory(
                folder.resolve("making-" + ProcessHandle.current().pid()));
        try {
            Files.createDirectory(making.resolve("lib"));
            List<Path> jars = built();
            Files.copy(jars.getFirst(), making.resolve("kernel-lib.jar"), StandardCopyOption.COPY_ATTRIBUTES);
            for (Path jar : jars.subList(1, jars.size())) {
                place(jar, making.resolve("lib").resolve(jar.getFileName()));
            }
            VersionInUse.prepare(making);
            Files.move(making, version.folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException another) { // another build was faster, with the same content
            removeAll(making);
        } catch (IOException failed) {
            removeAll(making);
            throw failed;
        }
        return version;
    }

    /// Libraries seldom change: a link to the file of an older version, which nobody writes to, saves 40 MB.
    private void place(Path jar, Path target) throws IOException {
        for (Version older : versions()) {
            Path same = older.folder.resolve("lib").resolve(jar.getFileName());
            if (Files.exists(same) && Files.mismatch(same, jar) < 0) {
                try {
                    Files.createLink(target, same);
                    return;
                } catch (IOException | UnsupportedOperationException noLinks) {
                    break;
                }
            }
        }
        Files.copy(jar, target, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /// The installed versions, the latest first.
    private List<Version> versions() throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(path -> Files.exists(path.resolve("kernel-lib.jar")))
                    .filter(path -> !path.getFileName().toString().startsWith("making-"))
                    .sorted(Comparator.comparingLong(KernelStore::age).reversed())
                    .map(path -> new Version(path.getFileName().toString(), path))
                    .toList();
        }
    }

    private static long age(Path version) {
        return version.resolve("in-use").toFile().lastModified();
    }

    /// Removes versions that no kernel runs from, but the latest ones.
    void removeUnused(Version current) throws IOException {
        List<Version> others =
                versions().stream().filter(other -> !other.equals(current)).toList();
        for (Version old : others.subList(Math.min(KEPT - 1, others.size()), others.size())) {
            if (VersionInUse.isFree(old.folder)) {
                removeAll(old.folder);
            }
        }
    }

    private static void removeAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this JDK has no SHA-256", impossible);
        }
    }
}
