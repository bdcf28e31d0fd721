package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private final Display before = Display.here();
    private final List<Bundle> shown = new ArrayList<>();
    private final List<Bundle> replaced = new ArrayList<>();

    private void use(boolean live) {
        Display.use(new Display() {
            @Override
            public Shelf show(Bundle bundle) {
                shown.add(bundle);
                return replaced::add;
            }

            @Override
            public boolean live() {
                return live;
            }
        });
    }

    @AfterEach
    void restore() {
        Display.use(before);
    }

    private static Object state(Bundle bundle) {
        return ((Map<?, ?>) java.util.Objects.requireNonNull(bundle.metadata().get("advsys"))).get("progress");
    }

    @Test
    void close_live_showsOneThingThatEndsFinished() {
        use(true);
        try (Progress progress = Progress.of("stampede", 4)) {
            for (int i = 1; i <= 4; i++) {
                progress.done(i);
            }
        }
        assertThat(shown).hasSize(1);
        assertThat(state(shown.getFirst())).isEqualTo("running");
        assertThat(state(replaced.getLast())).isEqualTo("finished");
        assertThat(replaced.getLast().text()).startsWith("stampede  ████████████████████  4 of 4");
    }

    @Test
    void done_veryOften_updatesAtMostTenTimesASecond() {
        use(true);
        long start = System.nanoTime();
        try (Progress progress = Progress.of("stampede", 1_000_000)) {
            for (int i = 1; i <= 1_000_000; i++) {
                progress.done(i);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(replaced.size()).isLessThanOrEqualTo((int) (seconds * 10) + 2);
    }

    @Test
    void stopped_beforeTheEnd_isSeen() {
        use(true);
        try (Progress progress = Progress.of("stampede", 4)) {
            progress.done(2);
            progress.stopped();
        }
        assertThat(state(replaced.getLast())).isEqualTo("stopped");
        assertThat(replaced.getLast().text()).startsWith("stampede  ██████████░░░░░░░░░░  2 of 4 · stopped after");
    }

    @Test
    void text_underWay_tellsTheTimeLeftAndWhatIsDone() throws Exception {
        use(true);
        try (Progress progress = Progress.of("stampede", 100)) {
            Thread.sleep(20);
            progress.done(50);
            progress.note("TasLock, threads 4");
            assertThat(progress.text("running"))
                    .matches("stampede {2}█{10}░{10} {2}50 of 100 · \\d.\\d s left · TasLock, threads 4");
        }
    }

    @Test
    void close_inAPipe_isOnePlainLine() {
        use(false);
        try (Progress progress = Progress.of("stampede", 4)) {
            progress.done(4);
        }
        assertThat(shown).hasSize(1);
        assertThat(replaced).isEmpty();
        assertThat(shown.getFirst().text()).startsWith("stampede").doesNotContain("\n");
    }

    @Test
    void of_unknownTotal_countsOnly() {
        use(true);
        try (Progress progress = Progress.of("exploring", 0)) {
            progress.done(12);
            assertThat(progress.text("running")).isEqualTo("exploring  12 done");
        }
        assertThat(replaced.getLast().text()).startsWith("exploring  12 done · ");
        assertThatThrownBy(() -> Progress.of("x", -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
