package advsys.workbook.grading.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import advsys.lab.Verdict;
import advsys.locks.Contention;
import advsys.locks.Placement;
import advsys.locks.TasLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("sandbox")
@Timeout(300)
class SandboxTest {
    private static final String IMPORTS = "import advsys.lab.*;\nimport advsys.locks.*;";
    private static final String SPIN = """
            class MyLock implements Mutex {
                private final AtomicBoolean held = new AtomicBoolean();
                public void lock() {
                    do {
                        while (held.get()) Thread.onSpinWait();
                    } while (held.getAndSet(true));
                }
                public void unlock() { held.set(false); }
            }""";
    private static final String HALT = "Runtime.class.getMethod(\"halt\", int.class).invoke(Runtime.getRuntime(), 1)";

    private static Sandbox sandbox;

    @BeforeAll
    static void open() throws Exception {
        sandbox = SandboxHere.open(new Limits(), 1);
    }

    @AfterAll
    static void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    void honestLock_asked_isJudgedAsInTheCell() throws Exception {
        try (Student student = sandbox.student(List.of(IMPORTS, SPIN))) {
            assertThat(student.load()).hasSize(2).allMatch(Observed.Seen.class::isInstance);
            Verdict quieter = student.ask(Contention.quieterThan(TasLock::new), "MyLock::new", 1);
            assertThat(quieter.holds()).as("%s", quieter).isTrue();
            Verdict alone = student.ask(Contention.aloneDoesNotWait(), "MyLock::new", 1);
            assertThat(alone.holds()).as("%s", alone).isTrue();
            assertThat(student.evaluate("List.of(1, 0.5, \"text\")"))
                    .isEqualTo(new Observed.Seen(List.of(1L, 0.5, "text")));
        }
    }

    @Test
    void agent_thatDies_isReplacedForTheNextQuestion() throws Exception {
        try (Student student = sandbox.student(List.of("int answer = 42;"))) {
            assertThat(student.evaluate(HALT)).isInstanceOf(Observed.Ended.class);
            assertThat(student.evaluate("answer")).isEqualTo(new Observed.Seen(42L));
        }
    }

    @Test
    void cell_thatKillsItsAgent_costsOnlyItself() throws Exception {
        try (Student student = sandbox.student(List.of("int before = 1;", HALT + ";", "int after = 2;"))) {
            List<Observed> cells = student.load();
            assertThat(cells.get(1)).isInstanceOf(Observed.Ended.class);
            assertThat(student.evaluate("before + after")).isEqualTo(new Observed.Seen(3L));
        }
    }

    @Test
    void submission_afterAnother_findsNothingOfIt() throws Exception {
        try (Student first =
                sandbox.student(List.of("Files.writeString(Path.of(\"/tmp/x\"), \"x\");", "int mine = 1;"))) {
            first.load();
        }
        try (Student second = sandbox.student(List.of())) {
            assertThat(second.evaluate("Files.exists(Path.of(\"/tmp/x\"))")).isEqualTo(new Observed.Seen(false));
            assertThat(second.evaluate("mine")).isInstanceOf(Observed.NotThere.class);
        }
    }

    @Test
    void subject_thatIsNotThere_isSaid() throws Exception {
        try (Student student = sandbox.student(List.of(IMPORTS))) {
            Observed observed = student.observe(Placement.noSharedLine(2), "Nothing::new", 1);
            assertThat(observed).isInstanceOf(Observed.NotThere.class);
        }
    }

    @Test
    void file_ofItsOwnerOnly_evenMountedIsNotRead(@TempDir Path folder) throws Exception {
        boolean root = Files.getAttribute(folder, "unix:uid").equals(0);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path open = Files.writeString(folder.resolve("open"), "-version");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        Path closed = Files.writeString(folder.resolve("closed"), "-version");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString(root ? "rw-------" : "---------"));
        Launch launch = Launch.here(root);
        Path filter = Files.write(
                folder.resolve("filter"), Filter.program(Filter.Processor.here().orElseThrow()));
        assertThat(status(launch, filter, open)).isZero();
        assertThat(status(launch, filter, closed)).isNotZero();
    }

    /// Of a JVM that takes its arguments from a file that is mounted into its sandbox.
    private static int status(Launch launch, Path filter, Path arguments) throws Exception {
        List<Launch.Mount> mounts = List.of(new Launch.Mount(arguments, "/arguments", false));
        Process process = new ProcessBuilder(launch.command(
                        new Limits(), Launch.user(1), filter, mounts, List.of("/jdk/bin/java", "@/arguments")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void controller_killed_leavesNoAgent(@TempDir Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Process controller = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dadvsys.root=" + System.getProperty("advsys.root"),
                        "-Djava.io.tmpdir=" + folder, // it has no time to clear up
                        "-cp",
                        System.getProperty("java.class.path"),
                        Controller.class.getName())
                .redirectErrorStream(true)
                .start();
        assertThat(controller.inputReader().readLine()).isEqualTo("ready");
        List<ProcessHandle> agents = controller.descendants().toList();
        assertThat(agents).hasSizeGreaterThanOrEqualTo(2);
        controller.destroyForcibly();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (agents.stream().anyMatch(SandboxTest::runs) && System.nanoTime() - deadline < 0) {
            Thread.sleep(20);
        }
        assertThat(agents).noneMatch(SandboxTest::runs);
    }

    /// Dead is also what nobody has asked after yet: a zombie, where no init does.
    private static boolean runs(ProcessHandle process) {
        try {
            String state = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return state.charAt(state.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException gone) {
            return false;
        }
    }

    /// A grader that has agents, and is killed.
    static final class Controller {
        private Controller() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            try (Sandbox mine = Sandbox.open(new Limits(), 1);
                    Student student = mine.student(List.of("1"))) {
                student.load();
                System.out.println("ready");
                student.evaluate("Stream.iterate(0, i -> i + 1).filter(i -> i < 0).findFirst()");
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }

    /// As when somebody has unpacked it in a home folder of mode 0700.
    @Test
    void make_jdkThatAgentsMayNotRead_isRefusedWithTheRemedy(@TempDir Path folder) throws Exception {
        Path jdk = Files.createDirectories(folder.resolve("home/jdk"));
        Files.setPosixFilePermissions(jdk.getParent(), PosixFilePermissions.fromString("rwx------"));
        Launch here = Launch.here(Files.getAttribute(folder, "unix:uid").equals(0));
        Launch launch = new Launch(here.tools(), jdk, here.libraries());
        assertThatExceptionOfType(NoSandboxException.class)
                .isThrownBy(() -> Image.make(launch))
                .withMessageContaining("The JDK must lie where every user may read it");
    }

    /// Else the start-up cache that was kept would fit no agent's jar but the first.
    @Test
    void jar_writtenTwice_isTheSameToTheDate(@TempDir Path folder) throws Exception {
        AgentJar jar = AgentJar.ofThisLibrary();
        jar.write(folder.resolve("one.jar"));
        jar.write(folder.resolve("two.jar"));
        assertThat(folder.resolve("one.jar")).hasSameBinaryContentAs(folder.resolve("two.jar"));
        assertThat(Files.getLastModifiedTime(folder.resolve("one.jar")).toInstant())
                .isEqualTo("2000-01-01T00:00:00Z");
    }

    @Test
    void remedy_forEachRefusalOfBubblewrap_isSaid() {
        assertThat(Stream.of(
                                "bwrap: setting up uid map: Permission denied",
                                "bwrap: No permissions to create new namespace")
                        .map(Image::remedy))
                .allMatch(remedy -> remedy.contains("namespaces"));
        assertThat(Image.remedy("bwrap: Can't find source path /root/jdk: Permission denied"))
                .contains("JDK");
    }
}
