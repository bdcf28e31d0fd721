package advsys.workbook.grading;

import advsys.lab.Verdict;
import advsys.workbook.grading.sandbox.Limits;
import advsys.workbook.grading.sandbox.Observed;
import advsys.workbook.grading.sandbox.Sandbox;
import advsys.workbook.grading.sandbox.Student;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Has others' code run in the sandbox, and judges it here.
///
/// - **Guarantee** a sandbox that does not work is an error, and never a student's fault: when a check has to be
///   stopped, a canary is asked whether the sandbox still answers.
/// - **Cost** an agent for each question; one waits, started.
final class InSandbox implements Asker {
    private static final int WARM = 1;
    private static final int ATTEMPTS = 3;

    private final Sandbox sandbox;

    private InSandbox(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /// Opens a sandbox and tries it.
    ///
    /// @throws IOException if this host has none, or it does not work; says why and what helps
    static InSandbox open() throws IOException, InterruptedException {
        InSandbox opened = new InSandbox(Sandbox.open(new Limits(), WARM));
        try {
            opened.tryIt();
            return opened;
        } catch (IOException broken) {
            opened.close();
            throw broken;
        }
    }

    @Override
    public List<Verdict> ask(Work work) throws IOException {
        List<Verdict> all = new ArrayList<>();
        boolean stopped = false;
        try (Student student = sandbox.student(work.cells())) {
            for (Question.Asked asked : work.checks()) {
                Verdict one = stopped
                        ? Asker.notAsked(asked.law(), work.seed())
                        : student.ask(asked.law(), work.subject() + "::new", work.seed());
                all.add(one);
                stopped |= one.stopped();
            }
        }
        if (stopped) {
            tryIt();
        }
        return all;
    }

    private void tryIt() throws IOException {
        Observed last = new Observed.Ended("it was not asked");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (Student canary = sandbox.student(List.of("int canary = 6 * 7;"))) {
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
        sandbox.close();
    }
}
