package advsys.workbook.grading.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The command that starts a JVM in a sandbox.
///
/// ```
/// sh          opens the filter as descriptor 9: bubblewrap takes it as an open file
///  setpriv    only when root: becomes a user without rights first, or files would be opened with
/// root's
///   bwrap     new user, pid, network, ipc, uts and cgroup namespaces; a root of nothing but the JDK,
///   six libraries
///             of the C library, the agent and its socket; no /proc, no /sys, no shell; one tmpfs of
///     bounded size
///    prlimit  inside, where the user has no other threads to be counted with
///     java
/// ```
///
/// - **Source** bubblewrap's manual page; the order of the limits, and that root must step down first,
///   were tried.
///
/// @param tools where the programs are
/// @param jdk the JDK's folder
/// @param libraries the files that the JDK and `prlimit` are linked against
record Launch(Tools tools, Path jdk, List<Path> libraries) {
    private static final Pattern FILE = Pattern.compile("(?:=> )?(/\\S+) \\(0x");
    private static final int FIRST_USER = 200_000;
    private static final int USERS = 50_000;
    private static final String LIMIT = "/limit"; // prlimit's place inside
    private static final long LIBRARIES_SECONDS = 20;

    /// Programs of the host.
    record Tools(Path bwrap, Path prlimit, Optional<Path> setpriv, Path shell) {}

    /// What is put in, and where.
    ///
    /// @param from a file or folder of the host
    /// @param to its place inside
    /// @param writable for training only
    record Mount(Path from, String to, boolean writable) {}

    /// Finds what is needed.
    ///
    /// @throws NoSandboxException if something is missing
    static Launch here(boolean root) throws IOException, InterruptedException {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            throw new NoSandboxException(
                    "bubblewrap is there for Linux only",
                    "Grade on Linux, or in a Linux container or virtual machine.");
        }
        Tools tools = new Tools(
                program("bwrap", "./workbook doctor --fix installs bubblewrap."),
                program("prlimit", "Install util-linux."),
                root ? Optional.of(program("setpriv", "Install util-linux.")) : Optional.empty(),
                program("sh", "Install a shell."));
        Path jdk = Path.of(System.getProperty("java.home")).toRealPath();
        return new Launch(tools, jdk, libraries(jdk, tools.prlimit()));
    }

    private static Path program(String name, String remedy) throws NoSandboxException {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : (path + ":/usr/bin:/bin:/usr/sbin:/sbin").split(":", -1)) {
            Path file = Path.of(folder.isEmpty() ? "/" : folder, name);
            if (Files.isExecutable(file) && Files.isRegularFile(file)) {
                return file;
            }
        }
        throw new NoSandboxException(name + " is not installed", remedy);
    }

    /// What `ldd` says that the JVM's libraries need, beside each other.
    private static List<Path> libraries(Path jdk, Path prlimit) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("ldd", prlimit.toString(), jdk.resolve("bin/java").toString()));
        try (Stream<Path> own = Files.list(jdk.resolve("lib"))) {
            own.filter(file -> file.toString().endsWith(".so"))
                    .filter(file -> Set.of(
                                    "libjava.so", "libjimage.so", "libnio.so", "libnet.so", "libzip.so", "libjli.so")
                            .contains(file.getFileName().toString()))
                    .forEach(file -> command.add(file.toString()));
        }
        command.add(jdk.resolve("lib/server/libjvm.so").toString());
        Process ldd = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        ldd.waitFor(LIBRARIES_SECONDS, TimeUnit.SECONDS);
        Set<Path> found = new LinkedHashSet<>();
        for (Matcher each = FILE.matcher(said); each.find(); ) {
            Path file = Path.of(each.group(1)).normalize();
            if (!file.startsWith(jdk)) {
                found.add(file);
            }
        }
        if (found.isEmpty()) {
            throw new NoSandboxException(
                    "ldd does not say what the JVM is linked against: " + said.strip(), "Install it.");
        }
        return List.copyOf(found);
    }

    /// A user without rights, another for each agent: limits count a user's threads. Unused when not
    /// root.
    static int user(int number) {
        long process = ProcessHandle.current().pid();
        return FIRST_USER + Math.floorMod(process * 131 + number, USERS);
    }

    /// The whole command.
    ///
    /// @param user to become when this is root
    /// @param inside the program to run and its arguments, as seen from inside
    List<String> command(Limits limits, int user, Path filter, List<Mount> mounts, List<String> inside) {
        List<String> command = new ArrayList<>(List.of(tools.shell().toString(), "-c", "exec \"$@\" 9<\"$0\""));
        command.add(filter.toString());
        tools.setpriv()
                .ifPresent(setpriv -> command.addAll(List.of(
                        setpriv.toString(),
                        "--reuid=" + user,
                        "--regid=" + user,
                        "--clear-groups",
                        "--no-new-privs",
                        "--inh-caps=-all",
                        "--bounding-set=-all",
                        "--")));
        command.addAll(List.of(tools.bwrap().toString(), "--unshare-user", "--unshare-pid", "--unshare-net"));
        command.addAll(List.of("--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--disable-userns"));
        command.addAll(List.of("--uid", "1000", "--gid", "1000", "--cap-drop", "ALL", "--hostname", "agent"));
        command.addAll(List.of("--die-with-parent", "--new-session", "--seccomp", "9", "--clearenv"));
        command.addAll(List.of("--setenv", "LD_LIBRARY_PATH", "/jdk/lib")); // without /proc nothing knows where it is
        command.addAll(List.of(
                "--ro-bind",
                jdk.toString(),
                "/jdk",
                "--ro-bind",
                tools.prlimit().toString(),
                LIMIT));
        for (Path library : libraries) {
            command.addAll(List.of("--ro-bind", library.toString(), library.toString()));
        }
        for (Mount mount : mounts) {
            command.addAll(List.of(
                    mount.writable() ? "--bind" : "--ro-bind", mount.from().toString(), mount.to()));
        }
        for (String device : List.of("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")) {
            command.addAll(List.of("--dev-bind", device, device));
        }
        long disk = (long) limits.diskMegabytes() << 20;
        command.addAll(List.of("--size", String.valueOf(disk), "--tmpfs", "/tmp", "--remount-ro", "/"));
        command.addAll(List.of("--chdir", "/tmp", "--", LIMIT));
        long cpu = Math.max(1, limits.cpu().toSeconds());
        command.add("--cpu=" + cpu + ":" + (cpu + 2));
        command.add("--nproc=" + limits.threads());
        command.add("--data=" + ((long) limits.dataMegabytes() << 20));
        command.addAll(List.of("--core=0", "--nofile=256", "--"));
        command.addAll(inside);
        return command;
    }
}
