package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class KnobsTest {
    enum Machine {
        HOST,
        SIMULATED
    }

    record Row(int n) {}

    record Setup(
            int threads,
            long rounds,
            double load,
            boolean fair,
            String name,
            Machine machine,
            int[] sizes,
            @Nullable Object any)
            implements Scenario<String, Row> {
        Setup() {
            this(4, 10L, 0.5, false, "x", Machine.HOST, new int[] {1, 2}, null);
        }

        Setup {
            if (threads < 0) {
                throw new IllegalArgumentException("threads " + threads);
            }
        }

        @Override
        public Row run(String subject, Trial trial) {
            return new Row(threads);
        }
    }

    private final Knobs knobs = new Knobs(new Setup());

    @Test
    void new_scenarioThatIsNoRecord_isRefused() {
        Scenario<String, Row> lambda = (subject, trial) -> new Row(1);
        assertThatThrownBy(() -> Experiment.of(lambda))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a scenario is a record");
    }

    @Test
    void values_unknownKnob_listsTheKnobs() {
        assertThatThrownBy(() -> knobs.values("treads", 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no knob \"treads\"")
                .hasMessageContaining("threads (int), rounds (long), load (double)");
    }

    @Test
    void values_wrongType_namesTheExpectedOne() {
        assertThatThrownBy(() -> knobs.values("threads", "4"))
                .hasMessage("the knob \"threads\" takes int, and \"4\" is String");
        assertThatThrownBy(() -> knobs.values("threads", 4L)).hasMessageContaining("takes int, and 4 is Long");
        assertThatThrownBy(() -> knobs.values("rounds", 4.0)).hasMessageContaining("takes long, and 4.0 is Double");
        assertThatThrownBy(() -> knobs.values("fair", 1)).hasMessageContaining("takes boolean");
        assertThatThrownBy(() -> knobs.values("name", 1)).hasMessageContaining("takes String");
        assertThatThrownBy(() -> knobs.values("machine", "HOTS")).hasMessageContaining("one of [HOST, SIMULATED]");
        assertThatThrownBy(() -> knobs.values("threads", (Object) null)).hasMessageContaining("is nothing");
    }

    @Test
    void values_narrowerNumbers_areWidened() {
        assertThat(knobs.values("rounds", 1, (short) 2, 3L)).containsExactly(1L, 2L, 3L);
        assertThat(knobs.values("load", 1, 2L, 0.5f, 0.25)).containsExactly(1.0, 2.0, 0.5, 0.25);
    }

    @Test
    void values_arrays_areSpreadUnlessTheKnobIsOne() {
        assertThat(knobs.values("threads", new int[] {1, 2, 4})).containsExactly(1, 2, 4);
        assertThat(knobs.values("threads", 8, new int[] {1, 2})).containsExactly(8, 1, 2);
        assertThat(knobs.values("name", (Object[]) new String[] {"a", "b"})).containsExactly("a", "b");
        int[] one = {7};
        assertThat(knobs.values("sizes", one)).containsExactly(one);
    }

    @Test
    void values_constantByName_isTheConstant() {
        assertThat(knobs.values("machine", "SIMULATED", Machine.HOST)).containsExactly(Machine.SIMULATED, Machine.HOST);
    }

    @Test
    void values_noneOrTwice_isRefused() {
        assertThatThrownBy(() -> knobs.values("threads")).hasMessageContaining("at least one value");
        assertThatThrownBy(() -> knobs.values("threads", new int[0])).hasMessageContaining("at least one value");
        assertThatThrownBy(() -> knobs.values("threads", 1, 2, 1)).hasMessageContaining("a value twice");
    }

    @Test
    void settings_twoKnobsVaried_areEveryCombinationInOrder() {
        List<Map<String, Object>> settings =
                knobs.settings(Map.of("threads", List.of(1, 2), "fair", List.of(true, false)));
        assertThat(settings)
                .extracting(setting -> setting.get("threads") + " " + setting.get("fair"))
                .containsExactly("1 true", "1 false", "2 true", "2 false");
        assertThat(settings)
                .allSatisfy(setting ->
                        assertThat(setting).containsEntry("load", 0.5).hasSize(8));
    }

    @Test
    void scenario_ofASetting_hasItsValuesAndTheDefaults() {
        Map<String, Object> setting =
                knobs.settings(Map.of("threads", List.of(3))).getFirst();
        Scenario<String, Row> scenario = knobs.scenario(Setup.class, setting);
        assertThat(scenario).isInstanceOfSatisfying(Setup.class, setup -> {
            assertThat(setup.threads()).isEqualTo(3);
            assertThat(setup.rounds()).isEqualTo(10);
            assertThat(setup.any()).isNull();
        });
    }

    @Test
    void scenario_refusedByItsConstructor_saysWhy() {
        Map<String, Object> setting =
                knobs.settings(Map.of("threads", List.of(-1))).getFirst();
        assertThatThrownBy(() -> knobs.scenario(Setup.class, setting))
                .hasMessageContaining("Setup refuses")
                .hasMessageContaining("threads -1");
    }
}
