package advsys.workbook.grading.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Verdict;
import advsys.locks.Placement;
import advsys.testing.LongForm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// Hostile submissions, graded several at a time, with honest ones among them.
///
/// @param honest the verdicts of the honest ones
/// @param calls how often somebody called the grader's machine
record HostileBatch(List<Hostile> submissions, Map<String, Hostile.Result> results, List<Verdict> honest, int calls) {
    private static final int AT_ONCE = 3;
    private static final int HONEST_EVERY = 4;
    private static final String CANARY = "CANARY";
    private static final List<String> HONEST = List.of(
            "import advsys.lab.*;\nimport advsys.locks.*;",
            "class MyPlaces implements Placement { public long offset(int word) { return 128L * word; } }");
    private static final Limits USUAL =
            new Limits(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(60), 128, 1100, 120, 8, 64);
    private static final Limits SHORT =
            USUAL.times(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(10));

    /// Grades the submissions of the table that belong to `run`, or so many of them that are drawn.
    ///
    /// @param folder for files that nobody must reach
    static HostileBatch grade(String run, int most, Path folder) throws Exception {
        List<Hostile> submissions = LongForm.choose(
                Hostile.all().stream().filter(each -> each.run().equals(run)).toList(), most, "hostile submissions");
        Map<String, Hostile.Result> results = new LinkedHashMap<>();
        List<Verdict> verdicts = new ArrayList<>();
        AtomicInteger calls = new AtomicInteger();
        try (Sandbox sandbox = SandboxHere.open(USUAL, AT_ONCE - 1);
                Sandbox strict = SandboxHere.open(SHORT, 1);
                ServerSocket service = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ExecutorService batch = Executors.newFixedThreadPool(AT_ONCE)) {
            Thread.ofVirtual().start(() -> count(service, calls));
            Map<String, String> known = known(folder, service);
            Map<String, Future<Hostile.Result>> hostile = new LinkedHashMap<>();
            List<Future<Verdict>> honest = new ArrayList<>();
            for (Hostile each : submissions) {
                Sandbox mine = each.limits().equals("short") ? strict : sandbox;
                hostile.put(each.name(), batch.submit(() -> each.grade(mine, known)));
                if (hostile.size() % HONEST_EVERY == 0) {
                    honest.add(batch.submit(honest(sandbox)));
                }
            }
            for (Map.Entry<String, Future<Hostile.Result>> each : hostile.entrySet()) {
                results.put(each.getKey(), each.getValue().get());
            }
            for (Future<Verdict> each : honest) {
                verdicts.add(each.get());
            }
        }
        return new HostileBatch(submissions, results, verdicts, calls.get());
    }

    private static Callable<Verdict> honest(Sandbox sandbox) {
        return () -> {
            try (Student student = sandbox.student(HONEST)) {
                return student.ask(Placement.noSharedLine(8), "MyPlaces::new", Hostile.SEED);
            }
        };
    }

    private static void count(ServerSocket service, AtomicInteger calls) {
        try {
            while (true) {
                service.accept().close();
                calls.incrementAndGet();
            }
        } catch (IOException closed) {
            // the batch is done
        }
    }

    /// Files that a submission must not see: one for everybody, one for their owner only, and the folder of both.
    private static Map<String, String> known(Path folder, ServerSocket service) throws IOException {
        Path open = Files.writeString(folder.resolve("canary"), CANARY);
        Path closed = Files.writeString(folder.resolve("closed-canary"), CANARY);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rw-------"));
        return Map.of(
                "CANARY", open.toString(),
                "ROOT_CANARY", closed.toString(),
                "SUBMISSIONS", folder.toString(),
                "PORT", String.valueOf(service.getLocalPort()),
                "SEED", String.valueOf(Hostile.SEED));
    }

    /// A test for each submission: no mark, nothing reached, stopped by what the table says.
    Stream<DynamicTest> tests() {
        return submissions.stream()
                .map(hostile -> DynamicTest.dynamicTest(hostile.toString(), () -> {
                    Hostile.Result result = results.get(hostile.name());
                    assertThat(result.holds()).as("%s got a mark", result).isFalse();
                    assertThat(result.outcome()).as("%s", result).matches(hostile.expected());
                    assertThat(result.loot()).doesNotContain(CANARY);
                    if (!hostile.loot().equals("-")) {
                        assertThat(result.loot()).as("%s", result).matches("(?s)" + hostile.loot());
                    }
                }));
    }
}
