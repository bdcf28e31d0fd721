package advsys.workbook.grading.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Agents for submissions, some of them started before they are needed.
///
/// - **Guarantee** an agent serves one submission. All agents end when the sandbox is closed, or its
///   JVM dies, however.
/// - **Cost** an agent is a JVM, about 120 MB.
public interface Sandbox extends AutoCloseable {
    /// Opens one.
    ///
    /// @param warm how many agents wait, started, for a submission; 0 or more
    /// @throws NoSandboxException if this host has none: it says why and what helps. There is
    ///     nothing weaker to fall back on
    static Sandbox open(Limits limits, int warm) throws IOException, InterruptedException {
        boolean root = Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        return new Bubblewrap(Image.make(Launch.here(root)), limits, warm);
    }

    /// A handle on a submission.
    ///
    /// @param cells the sources of its cells that are to run, in their order: data, which only an
    ///     agent runs
    Student student(List<String> cells);

    /// Waits until the first agent is up.
    ///
    /// @throws NoSandboxException if it does not come up: it says why and what helps
    void ready() throws IOException, InterruptedException;

    /// Says that the next submission is the last: no further agent is started in advance.
    void last();

    @Override
    void close();
}
