package advsys.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LongFormTest {
    private static final List<Integer> ALL = IntStream.range(0, 100).boxed().toList();

    private final String longBefore = System.getProperty("advsys.long", "");
    private final String seedBefore = System.getProperty("advsys.seed", "");
    private final PrintStream outBefore = System.out;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @BeforeEach
    void shortForm() {
        System.setProperty("advsys.long", "false");
        System.setProperty("advsys.seed", "20261121");
        System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8)); // or the summary would repeat it
    }

    @AfterEach
    void asBefore() {
        System.setProperty("advsys.long", longBefore);
        System.setProperty("advsys.seed", seedBefore);
        System.setOut(outBefore);
    }

    @Test
    void choose_sameSeed_drawsTheSameInTheirOrder() {
        List<Integer> drawn = LongForm.choose(ALL, 10, "numbers of a test");
        assertThat(drawn).hasSize(10).isSorted().doesNotHaveDuplicates().isSubsetOf(ALL);
        assertThat(LongForm.choose(ALL, 10, "numbers of a test")).isEqualTo(drawn);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("left to --long: 90 of 100 numbers of a test (seed 20261121)");
    }

    @Test
    void choose_anotherSeed_drawsOthers() {
        List<Integer> drawn = LongForm.choose(ALL, 10, "numbers of a test");
        System.setProperty("advsys.seed", "20261122");
        assertThat(LongForm.choose(ALL, 10, "numbers of a test")).isNotEqualTo(drawn);
    }

    @Test
    void choose_longForm_leavesNothingOut() {
        System.setProperty("advsys.long", "true");
        assertThat(LongForm.choose(ALL, 10, "numbers of a test")).isEqualTo(ALL);
        assertThat(LongForm.times(1, 7, "repeats of a test")).isEqualTo(7);
        assertThat(told.size()).isZero();
    }

    @Test
    void choose_fewerThanAskedFor_areAll() {
        assertThat(LongForm.choose(List.of("one"), 3, "words of a test")).containsExactly("one");
    }
}
