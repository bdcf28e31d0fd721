package advsys.testing;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/// Runs a Python test script and turns what it prints into JUnit tests: on stdout one JSON object a line,
/// `{"case": "name", "outcome": "passed" | "failed" | "skipped", "message": "…"}`, as each case ends. What it prints on
/// stderr is passed on. A script that dies, or reports nothing, is a failed case itself. `{"left": "…"}` tells what the
/// script has left to `--long` ([LongForm]).
///
///     @TestFactory
///     Stream<DynamicTest> cases() throws IOException, InterruptedException {
///         return PythonCases.run("jjava_cases.py");
///     }
public final class PythonCases {
    private record Case(String name, String outcome, String message) {
        void judge() {
            switch (outcome) {
                case "passed" -> {}
                case "skipped" -> Assumptions.abort(message);
                default -> Assertions.fail(message);
            }
        }
    }

    private PythonCases() {}

    /// The cases of `script`, a file in `kernel-lib/src/test/python`, which is run now with `arguments`, in the root of
    /// the repository. Without a Python environment it is one case that is skipped, which says so.
    public static Stream<DynamicTest> run(String script, String... arguments) throws IOException, InterruptedException {
        Optional<Path> python = python();
        if (python.isEmpty()) { // a factory that is aborted itself would vanish from the counts
            Case none = new Case(
                    script,
                    "skipped",
                    "no Python environment: run ./workbook test, or set ADVSYS_PYTHON to its python");
            return Stream.of(DynamicTest.dynamicTest(none.name, none::judge));
        }
        List<String> command = new ArrayList<>(List.of(python.orElseThrow().toString(), "-u"));
        command.add(root().resolve("kernel-lib/src/test/python").resolve(script).toString());
        command.addAll(List.of(arguments));
        return reported(script, command).stream().map(each -> DynamicTest.dynamicTest(each.name, each::judge));
    }

    /// The root of the repository.
    public static Path root() {
        Path here = Path.of(System.getProperty("advsys.root", "")).toAbsolutePath();
        return Files.exists(here.resolve("kernel-lib")) ? here : here.getParent();
    }

    /// The interpreter of the test environment, if there is one.
    public static Optional<Path> python() {
        return Stream.of(System.getProperty("advsys.python"), System.getenv("ADVSYS_PYTHON"))
                .filter(named -> named != null && !named.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<Case> reported(String script, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root().toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().put("ADVSYS_TEST_LONG", "" + LongForm.on());
        builder.environment().put("ADVSYS_TEST_SEED", "" + LongForm.seed());
        builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        List<Case> cases = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    parse(line).ifPresent(cases::add);
                }
            }
            process.waitFor(10, TimeUnit.SECONDS);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        int exit = process.waitFor();
        boolean failed = cases.stream().anyMatch(each -> each.outcome.equals("failed"));
        if (cases.isEmpty() || (exit != 0 && !failed)) {
            cases.add(new Case(script, "failed", script + " ended with " + exit + " after " + cases.size() + " cases"));
        }
        return cases;
    }

    /// Empty for a line that tells of no case.
    private static Optional<Case> parse(String line) {
        try {
            JsonObject report = JsonParser.parseString(line).getAsJsonObject();
            if (report.has("left")) {
                LongForm.tell(report.get("left").getAsString());
                return Optional.empty();
            }
            String message = report.has("message") ? report.get("message").getAsString() : "";
            if (report.has("seconds")) { // the report keeps it: JUnit sees the whole script's time only
                System.out.println(report.get("case").getAsString() + ": "
                        + report.get("seconds").getAsString() + " s");
            }
            return Optional.of(new Case(
                    report.get("case").getAsString(), report.get("outcome").getAsString(), message));
        } catch (JsonSyntaxException | IllegalStateException | NullPointerException malformed) {
            return Optional.of(new Case("report", "failed", "not a report of a case: " + line));
        }
    }
}
