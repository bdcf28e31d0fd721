package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class DiagramTest {
    private record Line(String cache, String state) {}

    private static Trace.Step message(int number, String from, String to, String what) {
        return new Trace.Step(number, from, to, what, List.of());
    }

    private static Trace trace(List<Trace.Step> steps, int position) {
        return new Trace(new Trace.Data("Ping, seed 1", steps, position, List.of(), null));
    }

    private static String svg(Bundle bundle) {
        return (String) bundle.data().get(Bundle.SVG);
    }

    /// The texts of the picture, put together again.
    private static String written(Bundle bundle) {
        String text = svg(bundle).replaceAll("<title>.*?</title>", "").replaceAll("<[^>]*>", " ");
        String characters = Pattern.compile("&#(\\d+);")
                .matcher(text)
                .replaceAll(each -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(each.group(1)))));
        return characters.replace('\u00A0', ' ').replaceAll(" +", " ");
    }

    private static void assertDrawn(Bundle bundle) throws IOException {
        assertThat(bundle.data()).containsKeys(Bundle.PNG, Bundle.SVG, Bundle.TEXT);
        byte[] png = Base64.getDecoder().decode((String) bundle.data().get(Bundle.PNG));
        int points = ImageIO.read(new ByteArrayInputStream(png)).getWidth();
        Map<?, ?> shown = (Map<?, ?>) bundle.metadata().get(Bundle.PNG);
        assertThat((int) shown.get("width")).isBetween(points / 2, points / 2 + 1);
        assertThat(shown.get("alt").toString()).isNotBlank();
        assertThat(svg(bundle)).containsOnlyOnce("<title>");
    }

    @Test
    void sequence_messagesAndEvents_areAPictureAndTextArt() throws IOException {
        Bundle bundle = Diagram.sequence(trace(
                        List.of(
                                message(1, "A", "B", "ping"),
                                message(2, "B", "", "thinks"),
                                message(3, "B", "A", "pong")),
                        2))
                .shown();
        assertDrawn(bundle);
        assertThat(written(bundle)).contains("1 ping", "2 thinks", "▶ 3 pong");
        assertThat(bundle.text())
                .startsWith("Ping, seed 1: the 3 steps of A, B\n")
                .contains("│A│", "│B│", "1  ping", "2  thinks", "▶ 3  pong", "───>│");
    }

    /// A name that reached PlantUML's language could read files, or end the drawing.
    @Test
    void sequence_hostileNames_areShownAndNeverInterpreted() throws IOException {
        List<String> hostile = List.of(
                "\"quoted\" as x",
                "two\nlines",
                "@enduml",
                "!include /etc/passwd",
                "%getenv(\"HOME\") $x",
                "<b>bold</b> <img:/etc/passwd>",
                "**creole** __under__ ~~wave~~ \\n [[http://x.y]]",
                "' comment",
                "<U+0041> &#65; &amp; <&check>",
                "漢字 \uD83D\uDE00 é \uE000\uE001 \u2801",
                "",
                "A -> B : forged",
                "end note",
                "x".repeat(500));
        List<Trace.Step> steps = IntStream.range(0, hostile.size())
                .mapToObj(i -> message(i + 1, hostile.get(i), i % 2 == 0 ? "B" : "", hostile.get(i)))
                .toList();
        Bundle bundle = Diagram.sequence(trace(steps, 0)).shown();
        assertDrawn(bundle);
        for (String drawing : List.of(written(bundle), bundle.text().replaceAll(" +", " "))) {
            assertThat(drawing.replace("&quot;", "\"")
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&amp;", "&"))
                    .contains(
                            "\"quoted\" as x",
                            "two lines",
                            "3 @enduml",
                            "4 !include /etc/passwd",
                            "%getenv(\"HOME\") $x",
                            "<b>bold</b> <img:/etc/passwd>",
                            "**creole** __under__ ~~wave~~ \\n [[http://x.y]]",
                            "' comment",
                            "<U+0041> &#65;",
                            "漢字",
                            "A -> B : forged",
                            "end note",
                            "…")
                    .doesNotContain("root:");
        }
        assertThat(svg(bundle)).doesNotContain("href=\"http", "font-weight=\"bold\"", "<image");
    }

    @Test
    void sequence_longTrace_isAWindowThatSaysSo() {
        List<Trace.Step> steps = IntStream.rangeClosed(1, 500)
                .mapToObj(i -> message(i, "A", "B", "m" + i))
                .toList();
        Bundle bundle = Diagram.sequence(trace(steps, 249)).shown();
        assertThat(bundle.text())
                .startsWith("Ping, seed 1: steps 230 to 269 of 500 of A, B\n")
                .contains("▶ 250  m250");
        assertThat(bundle.text()).doesNotContain("m229", "m270");
    }

    @Test
    void sequence_whatNoPictureHolds_isRefusedWithTheRemedy() {
        assertThatThrownBy(() -> Diagram.sequence(trace(List.of(), 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trial.step");
        List<Trace.Step> crowd = IntStream.rangeClosed(1, 17)
                .mapToObj(i -> message(i, "P" + i, "", "runs"))
                .toList();
        assertThatThrownBy(() -> Diagram.sequence(trace(crowd, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("17 actors")
                .hasMessageContaining("trace fewer");
    }

    @Test
    void states_ofATrace_areTheValuesAndWhatLedToThem() throws IOException {
        Trace trace = trace(
                List.of(
                        new Trace.Step(1, "bus", "", "start", List.of(new Line("0", "I"), new Line("1", "I"))),
                        new Trace.Step(2, "0", "", "read", List.of(new Line("0", "E"))),
                        new Trace.Step(3, "1", "", "read", List.of(new Line("1", "S"), new Line("0", "S"))),
                        new Trace.Step(4, "1", "", "write", List.of(new Line("1", "M"), new Line("0", "I")))),
                0);
        Bundle bundle = Diagram.states(trace, "state").shown();
        assertDrawn(bundle);
        assertThat(bundle.text()).isEqualTo("""
                        Ping, seed 1: state
                        from  event  to
                        ───────────────
                        I     read   E
                        I     read   S
                        E     read   S
                        S     write  M
                        S     write  I
                        """);
        assertThat(written(bundle)).contains(" I ", " E ", " S ", " M ", "read", "write");
        assertThatThrownBy(() -> Diagram.states(trace, "metric")).hasMessageContaining("[cache, state]");
        assertThatThrownBy(() -> Diagram.states(trace, "cache")).hasMessageContaining("never changes");
    }

    @Test
    void states_hostileNames_areNeverInterpreted() throws IOException {
        Bundle bundle = Diagram.states(
                        "MESI",
                        List.of(
                                new Diagram.Transition("@enduml", "!include x\\n\"", "[*]"),
                                new Diagram.Transition("[*]", "", "@enduml")))
                .shown();
        assertDrawn(bundle);
        assertThat(written(bundle)).contains("@enduml", "[*]", "!include x\\n");
    }

    @Test
    void table_ofAStep_isItsState() {
        Bundle bundle = Diagram.table(
                        new Trace.Step(3, "1", "bus", "write", List.of(new Line("0", "I"), new Line("1", "M"))))
                .shown();
        assertThat(bundle.text()).isEqualTo("""
                        step 3: 1 → bus  write
                        cache  state
                        ────────────
                        0      I
                        1      M
                        """);
        assertThat(bundle.data()).containsKey(Bundle.HTML).doesNotContainKey(Bundle.PNG);
    }
}
