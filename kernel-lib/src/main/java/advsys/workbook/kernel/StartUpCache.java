package advsys.workbook.kernel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The ahead-of-time cache of a version: its classes loaded and linked, and what its methods usually do (JEP 483,
/// 514, 515). It halves the time to the first result. A kernel without it, or with one that does not fit, works
/// the same.
final class StartUpCache {
    private static final long LONGEST_SECONDS = 300;

    private final KernelStore store;
    private final KernelStore.Version version;

    StartUpCache(KernelStore store, KernelStore.Version version) {
        this.store = store;
        this.version = version;
    }

    /// Makes the cache when it is missing, and the launch file use it. What goes wrong is a warning.
    void train() throws IOException, InterruptedException {
        try (FileChannel channel = FileChannel.open(
                        version.folder().resolve("training"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock mine = channel.tryLock()) {
            if (mine == null) {
                return; // another build is at it
            }
            if (!Files.exists(version.cache())) {
                make();
            }
            LaunchFile launch = new LaunchFile(store.launchFile());
            if (launch.version(store).equals(Optional.of(version))) { // unless a newer one was installed
                launch.write(store, version);
            }
        }
    }

    private void make() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path recorded = version.folder().resolve("recorded.aotconf");
        Path making = version.folder().resolve("making.aot");
        Path log = version.folder().resolve("training.log");
        try {
            // in two steps: the one-step form hands paths over in JAVA_TOOL_OPTIONS, which must not have spaces
            boolean made = succeeds(command("record", "-XX:AOTConfiguration=" + recorded, Train.class.getName()), log)
                    && succeeds(command("create", "-XX:AOTConfiguration=" + recorded, "-XX:AOTCache=" + making), log)
                    && succeeds(command("on", "-XX:AOTCache=" + making, "-version"), log); // fails if it does not fit
            if (!made) {
                System.err.println("kernel: the start-up cache could not be made, kernels start slowly; see " + log);
                return;
            }
            Files.move(making, version.cache(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(recorded);
            Files.deleteIfExists(making);
        }
        System.out.printf(
                Locale.ROOT,
                "kernel: start-up cache of %d MB trained in %.1f s%n",
                Files.size(version.cache()) >> 20,
                (System.nanoTime() - start) / 1e9);
    }

    private List<String> command(String mode, String cache, String... rest) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:AOTMode=" + mode);
        command.add(cache);
        command.addAll(LaunchFile.options(store, version));
        command.addAll(List.of(rest));
        return command;
    }

    private static boolean succeeds(List<String> command, Path log) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            return false;
        }
        return process.exitValue() == 0;
    }
}
