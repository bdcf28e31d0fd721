package advsys.workbook.kernel;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Notices that the program which started the kernel is gone, so that no kernel outlives a killed Jupyter.
final class ParentWatch {
    private static final String VARIABLE = "JPY_PARENT_PID"; // set by jupyter_client, unless the kernel is to live on
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private ParentWatch() {}

    /// Calls `gone` once when the parent named by the environment has ended.
    static void start(Map<String, String> environment, Runnable gone) {
        String named = environment.get(VARIABLE);
        if (named == null) {
            return;
        }
        Optional<ProcessHandle> jupyter = handle(named);
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        // a direct child sees at once that it was given to another parent; otherwise Jupyter itself is watched
        boolean direct = jupyter.isPresent() && jupyter.equals(parent);
        Thread.ofPlatform().daemon().name("advsys parent").start(() -> {
            boolean here = true;
            while (here) {
                try {
                    Thread.sleep(PERIOD);
                    here = direct
                            ? ProcessHandle.current().parent().equals(parent)
                            : jupyter.isPresent() && jupyter.get().isAlive();
                } catch (InterruptedException | OutOfMemoryError later) { // whatever a cell does: look again
                    here = true;
                }
            }
            gone.run();
        });
    }

    private static Optional<ProcessHandle> handle(String pid) {
        try {
            return ProcessHandle.of(Long.parseLong(pid));
        } catch (NumberFormatException unset) {
            return Optional.empty();
        }
    }
}
