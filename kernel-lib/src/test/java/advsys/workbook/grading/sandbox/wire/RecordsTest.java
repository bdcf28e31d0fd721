package advsys.workbook.grading.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private enum Colour {
        RED {
            @Override
            public String toString() {
                return "red!";
            }
        }
    }

    private sealed interface End {
        record Well(int steps) implements End {}

        record Badly(String why) implements End {}
    }

    private record Seen(
            int count,
            long many,
            double share,
            boolean held,
            char letter,
            String name,
            Colour colour,
            Duration time,
            List<Integer> numbers,
            Optional<String> maybe,
            Map<String, Long> counts,
            long[] array,
            List<? extends End> ends) {}

    private record Checked(int positive) {
        Checked {
            if (positive <= 0) {
                throw new IllegalArgumentException(positive + " is not positive");
            }
        }
    }

    @Test
    void recordOfEverything_thereAndBack_isTheSame() throws WireException {
        Seen seen = new Seen(
                1,
                2L,
                0.5,
                true,
                'x',
                "name",
                Colour.RED,
                Duration.ofMillis(5),
                List.of(1, 2),
                Optional.of("x"),
                Map.of("a", 1L),
                new long[] {3},
                List.of(new End.Well(3), new End.Badly("why")));
        Seen back = Records.of(Seen.class, Data.read(Data.write(Records.data(seen))));
        assertThat(back).usingRecursiveComparison().isEqualTo(seen);
    }

    @Test
    void data_ofAnotherShape_isRefused() {
        refused(Checked.class, null);
        refused(Checked.class, 1L);
        refused(Checked.class, new Parts("Checked", List.of()));
        refused(Checked.class, new Parts("Checked", List.of("1")));
        refused(Checked.class, new Parts("Checked", List.of(1L << 40)));
        refused(Checked.class, new Parts("Checked", Arrays.asList((Object) null)));
        refused(Checked.class, new Parts("Checked", List.of(0L))); // its own constructor says no
        refused(Colour.class, "GREEN");
        refused(End.class, new Parts("java.lang.Runtime", List.of()));
        refused(Thread.class, new Parts("Thread", List.of()));
    }

    private static void refused(Class<?> type, Object data) {
        assertThatExceptionOfType(WireException.class).isThrownBy(() -> Records.of(type, data));
    }

    @Test
    void object_thatIsNoPlainData_isRefused() {
        assertThatExceptionOfType(WireException.class).isThrownBy(() -> Records.data(new Object()));
        assertThatExceptionOfType(WireException.class).isThrownBy(() -> Records.data(List.of(new Thread())));
    }
}
