package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InterferenceTest {
    @TempDir
    private Path root;

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(root.resolve("proc/self"));
    }

    /// All in ticks: what the machine did, and what of it was ours.
    private void counters(long user, long idle, long steal, long own) throws IOException {
        Files.writeString(
                root.resolve("proc/stat"), "cpu  " + user + " 0 0 " + idle + " 0 0 0 " + steal + " 0 0\ncpu0 1");
        Files.writeString(
                root.resolve("proc/self/stat"),
                "42 (a name) with ) brackets) S 1 42 42 0 -1 4194304 1 0 0 0 " + own + " 0 0 0 20 0 30 0");
    }

    private double after(long user, long idle, long steal, long own) throws Exception {
        counters(1000, 1000, 0, 500);
        Interference interference = new Interference(new HostFiles(root));
        assertThat(interference.works()).isTrue();
        long start = System.nanoTime();
        Thread.sleep(30);
        counters(user, idle, steal, own);
        return interference.since(start);
    }

    @Test
    void since_onlyOursRan_isNothing() throws Exception {
        assertThat(after(1100, 1100, 0, 600)).isZero();
    }

    @Test
    void since_othersRanToo_isTheirShare() throws Exception {
        assertThat(after(1150, 1050, 0, 600)).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void since_theHostStole_isItsShare() throws Exception {
        assertThat(after(1100, 1050, 50, 600)).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void since_countersThatDisagree_staysWithinBounds() throws Exception {
        assertThat(after(1010, 1190, 0, 700)).isZero();
    }

    @Test
    void since_noCounters_isUnknown() {
        Interference nowhere = new Interference(new HostFiles(root.resolve("nowhere")));
        assertThat(nowhere.works()).isFalse();
        assertThat(nowhere.since(System.nanoTime())).isNaN();
    }
}
