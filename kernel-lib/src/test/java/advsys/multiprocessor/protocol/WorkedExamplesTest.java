package advsys.multiprocessor.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The protocols do what was worked out by hand before they were written.
class WorkedExamplesTest {
    /// One line of the text: what is done, the messages by kind, the caches after it, memory.
    private record Step(int cpu, Event wish, String messages, String states, String memory) {}

    static List<Protocol> protocols() {
        return List.of(
                Dci.protocol(),
                Msi.protocol(),
                Mesi.protocol(),
                Moesi.protocol(),
                Firefly.protocol(),
                Directory.protocol(),
                Directory.throughHome());
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void protocol_onTheWorkedExample_sendsTheMessagesAndEndsInTheStates(Protocol protocol) throws IOException {
        List<Step> steps = example(protocol.name());
        assertThat(steps).hasSizeGreaterThan(4);
        int cpus = steps.getFirst().states.split(" ").length;
        Line line = new Line(cpus);
        List<String> sent = new ArrayList<>();
        Serial serial = new Serial(protocol, new Recorder(sent), false);
        for (Step step : steps) {
            sent.clear();
            serial.access(line, step.cpu, step.wish);
            String states = IntStream.range(0, cpus)
                    .mapToObj(cpu -> protocol.cache().state(line.state[cpu]).name())
                    .collect(Collectors.joining(" "));
            assertThat(List.of(
                            sent.stream().sorted().collect(Collectors.joining(" ")),
                            states,
                            line.memory == Line.CURRENT ? "current" : "stale"))
                    .as("%s: %s", protocol.name(), step)
                    .containsExactly(step.messages, step.states, step.memory);
        }
    }

    private record Recorder(List<String> sent) implements Sink {
        @Override
        public void used(Entry entry) {}

        @Override
        public void sent(Event kind, int from, int to, int requester) {
            sent.add(kind.toString());
        }

        @Override
        public void transaction(Event request, int cpu) {}

        @Override
        public void lost(Line line, int cpu) {}

        @Override
        public int hop(Line line, int from, int to) {
            return 0;
        }
    }

    private static List<Step> example(String protocol) throws IOException {
        try (InputStream in = WorkedExamplesTest.class.getResourceAsStream("worked-examples.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .dropWhile(line -> !line.equals("== " + protocol))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("=="))
                    .filter(line -> !line.isBlank())
                    .map(WorkedExamplesTest::step)
                    .toList();
        }
    }

    private static Step step(String line) {
        String[] parts = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
        String[] words = parts[0].split("\\s+");
        return new Step(
                Integer.parseInt(words[0].substring(1)) - 1, Event.named(words[1]), parts[1], parts[2], parts[3]);
    }
}
