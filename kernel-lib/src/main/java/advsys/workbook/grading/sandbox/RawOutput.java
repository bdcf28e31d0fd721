package advsys.workbook.grading.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// What an agent's process writes past the JVM's streams: counted, its beginning kept for the reason of a
/// death. One that writes too much is ended.
final class RawOutput {
    private static final int KEPT = 4000;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final StringBuilder kept = new StringBuilder(); // guarded by this
    private final Process process;
    private final long most;
    private final Thread reader = Thread.ofVirtual().name("agent output").unstarted(this::read);
    private volatile boolean tooMuch;

    private RawOutput(Process process, long most) {
        this.process = process;
        this.most = most;
    }

    /// Reads until the process has ended.
    static RawOutput of(Process process, long most) {
        RawOutput raw = new RawOutput(process, most);
        raw.reader.start();
        return raw;
    }

    private void read() {
        byte[] buffer = new byte[8192];
        long all = 0;
        try (InputStream stream = process.getInputStream()) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                all += count;
                if (all > most) {
                    tooMuch = true;
                    process.destroyForcibly();
                    process.onExit().join(); // before its pipe is closed: whoever writes would hear of that, and answer
                    return;
                }
                keep(new String(buffer, 0, count, StandardCharsets.UTF_8));
            }
        } catch (IOException gone) {
            // the process is dead
        }
    }

    private synchronized void keep(String text) {
        kept.append(text, 0, Math.min(text.length(), KEPT - Math.min(KEPT, kept.length())));
    }

    boolean tooMuch() {
        return tooMuch;
    }

    /// The beginning of it, when the process is dead.
    String said() throws InterruptedException {
        reader.join(LAST_WORDS);
        synchronized (this) {
            return kept.toString();
        }
    }
}
