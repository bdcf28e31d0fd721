package advsys.workbook.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a sweep says of itself while it runs.
final class SweepProgressTest {
    private final StringWriter said = new StringWriter();
    private long now;

    private SweepProgress begun(boolean terminal) {
        SweepProgress progress = new SweepProgress(10, 2, new PrintWriter(said), terminal, () -> now);
        progress.begin(new Grid(List.of()), Path.of("here"), 3);
        return progress;
    }

    private void pass(SweepProgress progress, int points, Duration each) {
        for (int i = 0; i < points; i++) {
            now += each.toNanos();
            progress.point();
        }
    }

    @Test
    void begin_pointsFromBefore_areSaid() {
        begun(false).end();
        assertThat(said.toString())
                .contains("10 points", "2 of them are there from before")
                .contains("3 other points in here are of other parameters");
    }

    @Test
    void point_inAPipe_aLineNowAndThenWithTheTimeThatIsLeft() {
        SweepProgress progress = begun(false);
        pass(progress, 4, Duration.ofSeconds(6)); // four of the eight that are to be done
        progress.end();
        assertThat(said.toString().lines().skip(3))
                .containsExactly(
                        "3 of 10, 42 s left", "4 of 10, 36 s left", "5 of 10, 30 s left", "6 of 10, 24 s left");
    }

    @Test
    void point_shortOnesInAPipe_areNotALineEach() {
        SweepProgress progress = begun(false);
        pass(progress, 8, Duration.ofSeconds(1));
        progress.end();
        assertThat(said.toString().lines().skip(3)).containsExactly("7 of 10, 3 s left");
    }

    @Test
    void point_longOnes_theTimeLeftIsInMinutesAndHours() {
        SweepProgress progress = begun(false);
        pass(progress, 1, Duration.ofMinutes(5));
        pass(progress, 1, Duration.ofHours(4));
        progress.end();
        assertThat(said.toString()).contains("3 of 10, 35 min left", "4 of 10, 12.3 h left");
    }

    @Test
    void failed_onATerminal_isALineOfItsOwnAndCounted() {
        SweepProgress progress = begun(true);
        now += Duration.ofSeconds(2).toNanos();
        progress.failed("run", "IllegalStateException: unlucky");
        progress.end();
        assertThat(said.toString())
                .contains("FAILED in cell 'run': IllegalStateException: unlucky")
                .contains("3 of 10, 14 s left, 1 failed");
    }
}
