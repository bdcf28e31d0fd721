package advsys.workbook.grading;

import advsys.lab.Verdict;
import advsys.workbook.grading.sandbox.Limits;
import advsys.workbook.grading.sandbox.Observed;
import advsys.workbook.grading.sandbox.Sandbox;
import advsys.workbook.grading.sandbox.Student;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Has others' code run in the sandbox, and judges it here.
///
/// - **Guarantee** a sandbox that does not work is an error, and never a student's fault: when a check has to be
///   stopped, a canary is asked whether the sandbox still answers.
/// - **Cost** an agent for each question; one waits, started.
final class InSandbox implements Asker {
    private static final int WARM = 1;
    private static final int ATTEMPTS = 3;

    private final FutureTask<Sandbox> opening;

    private InSandbox(FutureTask<Sandbox> opening) {
        this.opening = opening;
    }

    /// Begins to open a sandbox, and to start its first agent: [#ready] waits for both.
    static InSandbox open() {
        FutureTask<Sandbox> opening = new FutureTask<>(() -> Sandbox.open(new Limits(), WARM));
        Thread.ofVirtual().name("opens the sandbox").start(opening);
        return new InSandbox(opening);
    }

    private Sandbox sandbox() throws IOException, InterruptedException {
        try {
            return opening.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException why -> throw why;
                case RuntimeException why -> throw why;
                case null, default -> throw new IOException(failed.getCause());
            }
        }
    }

    /// @throws IOException if this host has no sandbox; says why and what helps
    @Override
    public void ready() throws IOException, InterruptedException {
        sandbox().ready();
    }

    @Override
    public void last() throws IOException, InterruptedException {
        sandbox().last();
    }

    @Override
    public List<Verdict> ask(Work work) throws IOException, InterruptedException {
        List<Verdict> all = new ArrayList<>();
        Set<String> stopped = new HashSet<>();
        try (Student student = sandbox().student(work.cells())) {
            for (Question.Asked asked : work.checks()) {
                Verdict one = stopped.contains(asked.subject())
                        ? Asker.notAsked(asked.law(), work.seed())
                        : student.ask(asked.law(), asked.subject() + "::new", work.seed());
                all.add(one);
                if (one.stopped()) {
                    stopped.add(asked.subject());
                }
            }
        }
        if (!stopped.isEmpty()) {
            tryIt();
        }
        return all;
    }

    private void tryIt() throws IOException, InterruptedException {
        Observed last = new Observed.Ended("it was not asked");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (Student canary = sandbox().student(List.of("int canary = 6 * 7;"))) {
                last = canary.evaluate("canary");
                if (last instanceof Observed.Seen seen && seen.value() instanceof Long value && value == 42) {
                    return;
                }
            }
        }
        throw new IOException("the sandbox does not work: " + last + "; nothing is marked without one."
                + " ./workbook doctor says what this machine lacks");
    }

    @Override
    public String description() {
        return "in a bubblewrap sandbox, judged outside of it";
    }

    @Override
    public void close() {
        try {
            sandbox().close();
        } catch (IOException | RuntimeException neverOpened) {
            // then there is nothing to close
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt(); // its agents end with this JVM
        }
    }
}
