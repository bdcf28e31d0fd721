package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Installs a display of its own for this JVM, so it must not run beside another that does.
class StepperTest {
    private record Route(String router, int metric) {}

    /// A notebook: what was shown, and what each of it looks like now.
    private static final class Notebook implements Display {
        final List<Bundle> shelves = new ArrayList<>();
        int redrawn;

        @Override
        public synchronized Shelf show(Bundle bundle) {
            int place = shelves.size();
            shelves.add(bundle);
            return replacement -> {
                synchronized (this) {
                    shelves.set(place, replacement);
                    redrawn++;
                }
            };
        }

        @Override
        public boolean live() {
            return true;
        }

        synchronized String text() {
            return shelves.getLast().text();
        }
    }

    private final Display before = Display.here();
    private final Notebook notebook = new Notebook();

    @BeforeEach
    void open() {
        Display.use(notebook);
    }

    @AfterEach
    void close() {
        Display.use(before);
    }

    private static Trace trace(int steps) {
        return trace(steps, Diagram::table);
    }

    private static Trace trace(int steps, Function<Trace.Step, Diagram> picture) {
        List<Trace.Step> list = IntStream.rangeClosed(1, steps)
                .mapToObj(i -> new Trace.Step(i, "A", "", "event " + i, List.of(new Route("A", i), new Route("B", 16))))
                .toList();
        return new Trace(new Trace.Data("Rip", list, 0, List.of(), null, picture));
    }

    private static Map<?, ?> place(Bundle bundle) {
        return (Map<?, ?>) ((Map<?, ?>) bundle.metadata().get("advsys")).get("stepper");
    }

    @Test
    void steps_forwardAndBack_redrawTheOnePicture() {
        Stepper stepper = trace(12).stepper();
        assertThat(notebook.text()).startsWith("Rip: step 1 of 12\n");
        for (int i = 0; i < 5; i++) {
            stepper.step();
        }
        assertThat(notebook.text()).startsWith("Rip: step 6 of 12\n").contains("▶     6  A    event 6");
        stepper.back();
        stepper.back();
        assertThat(notebook.text()).startsWith("Rip: step 4 of 12\n").contains("3 → 4");
        assertThat(place(notebook.shelves.getLast())).isEqualTo(Map.of("step", 4, "of", 12));
        assertThat(notebook.shelves).hasSize(1);
        assertThat(notebook.redrawn).isEqualTo(7);
    }

    @Test
    void picture_ofAStep_isTheSameFromBothSides() {
        Stepper stepper = trace(12).stepper();
        stepper.at(3);
        Bundle forward = notebook.shelves.getLast();
        stepper.at("event 9");
        stepper.back();
        assertThat(notebook.shelves.getLast().data()).isNotEqualTo(forward.data());
        stepper.at(3);
        assertThat(notebook.shelves.getLast()).isEqualTo(forward);
    }

    @Test
    void ends_ofTheTrace_holdTheStepper() {
        Stepper stepper = trace(2).stepper();
        stepper.back();
        assertThat(notebook.text()).startsWith("Rip: step 1 of 2\n");
        stepper.step();
        stepper.step();
        assertThat(notebook.text()).startsWith("Rip: step 2 of 2\n");
        assertThatThrownBy(() -> stepper.at(3)).hasMessageContaining("1 to 2");
        assertThatThrownBy(() -> stepper.at(0)).hasMessageContaining("1 to 2");
        assertThatThrownBy(() -> stepper.at("crash")).hasMessageContaining("event 1");
        Stepper none = trace(0).stepper();
        none.step();
        none.play();
        assertThat(notebook.text()).startsWith("Rip: no steps");
    }

    @Test
    void play_manySteps_endsAtTheLastWithoutAFlood() {
        Stepper stepper = trace(400).stepper();
        stepper.play(1000);
        assertThat(notebook.text()).startsWith("Rip: step 400 of 400\n");
        assertThat(notebook.redrawn).isLessThan(400);
        assertThat(notebook.shelves).hasSize(1);
        assertThatThrownBy(() -> stepper.play(0)).hasMessageContaining("0.1");
        assertThatThrownBy(() -> stepper.play(Double.NaN)).hasMessageContaining("0.1");
    }

    @Test
    void play_interrupted_endsAtOnceAndStaysThere() throws InterruptedException {
        Stepper stepper = trace(50).stepper();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread player = Thread.ofPlatform().start(() -> {
            begun.countDown();
            try {
                stepper.play(0.1); // the whole would take eight minutes
            } catch (CancellationException stopped) {
                end.set(stopped);
            }
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        player.interrupt();
        assertThat(player.join(java.time.Duration.ofSeconds(30))).isTrue();
        assertThat(end.get()).isInstanceOf(CancellationException.class);
        stepper.step();
        assertThat((int) place(notebook.shelves.getLast()).get("step")).isBetween(2, 10); // on a host that stood still
    }

    @Test
    void show_elsewhere_movesThePicture() {
        Stepper stepper = trace(3).stepper();
        stepper.show();
        stepper.step();
        assertThat(notebook.shelves).hasSize(2);
        assertThat(notebook.shelves.getFirst().text()).contains("further below");
        assertThat(notebook.text()).startsWith("Rip: step 2 of 3\n");
        assertThat(stepper.shown().text()).contains("at step 2 of 3").hasSizeLessThan(200);
    }

    @Test
    void picture_ofTheScenario_takesThePlaceOfTheTable() {
        trace(
                        3,
                        step -> Diagram.states(
                                "MESI of " + step.state().size(), List.of(new Diagram.Transition("I", "r", "S"))))
                .stepper();
        assertThat(notebook.text()).contains("MESI of 2").doesNotContain("router");
        assertThat(String.valueOf(notebook.shelves.getLast().data().get(Bundle.HTML)))
                .contains("<img src=\"data:image/png;base64,iVBOR")
                .contains("alt=\"MESI of 2\"");
    }

    @Test
    void picture_thatFails_isTheTableAndTheReason() {
        trace(3, step -> {
                    throw new IllegalStateException("no coordinates");
                })
                .stepper();
        assertThat(notebook.text())
                .contains("router")
                .contains("picture failed")
                .contains("no coordinates");
    }

    @Test
    void console_everyVerb_printsThePictureAndPlayALineAStep() {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Display.use(new ConsoleDisplay());
            Stepper stepper = trace(5).stepper();
            stepper.step();
            stepper.play(1000);
        } finally {
            System.setOut(out);
        }
        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .containsSubsequence("step 1 of 5", "step 2 of 5", "3  A  event 3\n", "5  A  event 5\n", "step 5 of 5")
                .doesNotContain("step 3 of 5");
    }
}
