package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
    @Test
    void console_bundle_printsItsText() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Display console = new ConsoleDisplay();
            Display.Shelf shelf = console.show(Bundle.html("<b>bold</b>", "bold"));
            shelf.replace(Bundle.text("again"));
            assertThat(console.live()).isFalse();
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("bold" + System.lineSeparator());
    }

    @Test
    void bundle_withoutPlainText_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bundle(Map.of(Bundle.HTML, "x"), Map.of()))
                .withMessageContaining("text/plain");
    }

    @Test
    void bundle_forms_addUp() {
        Bundle bundle = Bundle.png(new byte[] {1, 2}, 3, 4, "plain", "said")
                .withMetadata("advsys", Map.of("progress", "running"));
        assertThat(bundle.data().get(Bundle.PNG)).isEqualTo(Base64.getEncoder().encodeToString(new byte[] {1, 2}));
        assertThat(bundle.metadata().get(Bundle.PNG)).isEqualTo(Map.of("width", 3, "height", 4, "alt", "said"));
        assertThat(bundle.metadata()).containsKey("advsys");
        assertThat(bundle.text()).isEqualTo("plain");
    }
}
