package advsys.workbook.grading.sandbox;

import advsys.workbook.grading.sandbox.agent.NativeAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The files that all agents share, in a folder of their own that everybody may read: the agent's jar, the
/// filter, and a start-up cache that was trained in the sandbox itself.
///
/// - **Cost** a tenth of a second, and some seconds the first time: see [Kept].
final class Image implements AutoCloseable {
    private static final String JAR = "agent.jar";
    private static final String CACHE = "agent.aot";
    private static final String RECORDED = "agent.aotconf";
    private static final String INSIDE = "/agent/";
    private static final String TRAINING = "/training";
    private static final long TRAINING_SECONDS = 120;

    private final Path folder;
    private final Launch launch;
    private final Path filter;

    private Image(Path folder, Launch launch) {
        this.folder = folder;
        this.launch = launch;
        this.filter = folder.resolve("filter.bpf");
    }

    /// Makes the files.
    ///
    /// @throws NoSandboxException if there is no filter for this processor, or no agent may run here
    static Image make(Launch launch) throws IOException, InterruptedException {
        Filter.Processor processor = Filter.Processor.here()
                .orElseThrow(() -> new NoSandboxException(
                        "the system calls of " + System.getProperty("os.arch") + " are not known to the filter",
                        "Grade on x86-64 or on 64-bit ARM."));
        Path folder = Files.createTempDirectory("advsys-agents-");
        Image image = new Image(folder, launch);
        try {
            readable(folder, "rwxr-x--x"); // others may pass, not look
            Files.write(image.filter, Filter.program(processor));
            image.files();
        } catch (IOException | InterruptedException | RuntimeException failed) {
            image.close();
            throw failed;
        }
        return image;
    }

    static void readable(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    Path folder() {
        return folder;
    }

    /// The options of an agent's JVM, whose start-up cache must be trained with the same.
    private static List<String> options() {
        List<String> options = new ArrayList<>(List.of(
                "-Xlog:disable",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:-UseContainerSupport", // there is no /proc to read its limits from
                "-XX:+DisableAttachMechanism",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-XX:ReservedCodeCacheSize=96m",
                "-XX:CompressedClassSpaceSize=96m",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:Tier3DelayOn=1000", // as in notebooks: new code is always profiled
                "--add-exports=java.base/jdk.internal.vm=" + AgentJar.MODULE,
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=/tmp",
                "-Duser.home=/tmp",
                "-Duser.language=en",
                "-Duser.country=US",
                "--module-path=" + INSIDE + JAR,
                "-cp", // for the compiler of cells; the JVM itself finds every package of it in the module
                INSIDE + JAR));
        options.addAll(NativeAccess.options(AgentJar.MODULE));
        return options;
    }

    private static List<String> java(List<String> more, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("/jdk/bin/java"));
        command.addAll(more);
        command.addAll(options());
        command.add("-m");
        command.add(AgentJar.MODULE + "/" + AgentJar.class.getPackageName() + ".agent.Main");
        command.addAll(arguments);
        return command;
    }

    /// The command that starts an agent.
    ///
    /// @param socket on which this side listens
    List<String> agent(Limits limits, int user, Path socket) {
        boolean cached = Files.exists(folder.resolve(CACHE));
        List<String> more = new ArrayList<>(List.of("-Xmx" + limits.heapMegabytes() + "m"));
        if (cached) {
            more.add("-XX:AOTCache=" + INSIDE + CACHE);
        }
        List<Launch.Mount> mounts = new ArrayList<>(mounts());
        mounts.add(new Launch.Mount(socket, "/run/controller", false));
        List<String> arguments = List.of("/run/controller", String.valueOf((long) limits.outputKilobytes() << 10));
        return launch.command(limits, user, filter, mounts, java(more, arguments));
    }

    private List<Launch.Mount> mounts() {
        List<Launch.Mount> mounts = new ArrayList<>();
        for (String name : List.of(JAR, CACHE)) {
            if (Files.exists(folder.resolve(name))) {
                mounts.add(new Launch.Mount(folder.resolve(name), INSIDE + name, false));
            }
        }
        return mounts;
    }

    /// Tries whether a sandbox can be made at all, and tells what the host says if not.
    private void probe() throws IOException, InterruptedException {
        List<String> nothing = List.of("/jdk/bin/java", "-Xlog:disable", "-Xshare:auto", "-version");
        Run run = run(launch.command(new Limits(), Launch.user(0), filter, List.of(), nothing));
        if (run.status() != 0) {
            throw new NoSandboxException("bubblewrap says: " + run.said().strip(), remedy(run.said()));
        }
    }

    static String remedy(String said) {
        if (said.contains("/jdk") || said.contains("Can't find source path") || said.contains("Can't get type")) {
            return "The JDK must lie where every user may read it, /usr/lib/jvm say, not in somebody's home folder.";
        }
        return "This host does not let ordinary users make namespaces. On Ubuntu install the AppArmor profile"
                + " bwrap-userns-restrict (apparmor-profiles), on others set the sysctls user.max_user_namespaces above 0 and"
                + " kernel.unprivileged_userns_clone to 1; a container must allow unshare and mount (a seccomp profile that"
                + " does, or a virtual machine instead).";
    }

    private record Run(int status, String said) {}

    private static Run run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("advsys-sandbox-", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(said.toFile())
                    .start();
            boolean ended = process.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            return new Run(ended ? process.exitValue() : -1, Files.readString(said));
        } finally {
            Files.delete(said);
        }
    }

    /// Takes what is kept, or makes a jar and trains a start-up cache: without one agents start slowly, and work.
    private void files() throws IOException, InterruptedException {
        Path jar = folder.resolve(JAR);
        Path cache = folder.resolve(CACHE);
        Optional<Kept> known = AgentJar.quickKey(options()).flatMap(Kept::of);
        if (known.isPresent() && known.get().isThere()) { // then a sandbox was there, too: the first agent will tell
            take(known.get(), jar, cache);
            return;
        }
        AgentJar made = AgentJar.ofThisLibrary();
        made.write(jar);
        readable(jar, "rw-r--r--");
        probe();
        Optional<Kept> kept = known.or(() -> Kept.of(made.key(options())));
        if (kept.isPresent() && kept.get().isThere()) {
            take(kept.get(), jar, cache);
        } else if (train(cache)) {
            if (kept.isPresent()) {
                kept.get().keep(jar, cache);
            }
            readable(cache, "rw-r--r--");
        }
    }

    private static void take(Kept kept, Path jar, Path cache) throws IOException {
        kept.copyTo(jar, cache);
        AgentJar.date(jar);
        readable(jar, "rw-r--r--");
        readable(cache, "rw-r--r--");
    }

    private boolean train(Path cache) throws IOException, InterruptedException {
        Path out = Files.createDirectory(folder.resolve("training"));
        readable(out, "rwxrwxrwx"); // written by a user without rights; nobody else gets this far
        List<Launch.Mount> mounts = new ArrayList<>(mounts());
        mounts.add(new Launch.Mount(out, TRAINING, true));
        int user = Launch.user(0);
        String recorded = "-XX:AOTConfiguration=" + TRAINING + "/" + RECORDED;
        String made = "-XX:AOTCache=" + TRAINING + "/" + CACHE;
        Limits limits = new Limits();
        List<String> none = List.of();
        boolean done =
                run(launch.command(limits, user, filter, mounts, java(List.of("-XX:AOTMode=record", recorded), none)))
                                        .status()
                                == 0
                        && run(launch.command(
                                                limits,
                                                user,
                                                filter,
                                                mounts,
                                                java(List.of("-XX:AOTMode=create", recorded, made), none)))
                                        .status()
                                == 0;
        if (done) {
            Files.copy(out.resolve(CACHE), cache);
        }
        return done;
    }

    @Override
    public void close() {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path each : walk.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException left) {
            // a temporary folder: the system's to clear
        }
    }
}
