package advsys.workbook.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a cell shows, as a front end sees it.
class OutputTest extends WireTest {
    @Test
    void streamsAndDisplays_mixed_keepTheirOrder() {
        List<Message> told = run("out a\nout b\nerr c\nshow d\nout e\nupdate f\nclear\nvalue g");

        assertThat(told.stream().map(WireTest::shape))
                .containsExactly(
                        "busy",
                        "input 1",
                        "stdout a\nb\n",
                        "stderr c\n",
                        "display_data d",
                        "stdout e\n",
                        "update_display_data f",
                        "clear_output",
                        "execute_result g",
                        "idle");
    }

    @Test
    void characters_cutBetweenWrites_arriveWhole() {
        assertThat(text(run("bytes " + HexFormat.of().formatHex("aé€𝄞z".getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo("aé€𝄞z");
    }

    @Test
    void malformedUtf8_printed_isReplacedAndTheCellEnds() {
        assertThat(text(run("bytes 61ff62e282"))).isEqualTo("a\uFFFDb\uFFFD");
    }

    @Test
    void twentyThousandLines_printed_allArriveInFewMessages() {
        List<Message> told = run("lines 20000");

        assertThat(text(told).lines()).hasSize(20_000).last().isEqualTo("line 19999");
        assertThat(told).hasSizeLessThan(60);
    }

    @Test
    void aMillionLines_printed_areCutAndTheWholeTextIsInTheNamedFile() throws IOException {
        String text = text(run("lines 1000000"));

        assertThat(text.length()).isLessThan(1_100_000);
        assertThat(text).endsWith("line 999998\nline 999999\n").contains("are not shown; all of it is in " + folder);
        String named = text.substring(text.lastIndexOf(folder.toString()), text.lastIndexOf(". It ends:"));
        try (var lines = Files.lines(Path.of(named))) {
            assertThat(lines.count()).isEqualTo(1_000_000);
        }
    }

    @Test
    void lateOutput_afterTheCell_goesToThatCell() {
        String first = send("late from the first").getFirst();
        client.published(first);
        String second = send("wait 600").getFirst();

        List<Message> all = new ArrayList<>();
        do {
            all.add(client.receive(Channel.IOPUB));
        } while (!(shape(all.getLast()).equals("idle")
                && all.getLast().parent().get("msg_id").getAsString().equals(second)));
        Message late =
                all.stream().filter(m -> m.type().equals("stream")).findFirst().orElseThrow();
        assertThat(shape(late)).isEqualTo("stdout from the first\n");
        assertThat(late.parent().get("msg_id").getAsString()).isEqualTo(first);
    }

    @Test
    void silentCell_run_showsNothingAndKeepsTheNumber() {
        JsonObject request = code("value 1");
        request.addProperty("silent", true);
        String id = client.send(Channel.SHELL, "execute_request", request);

        assertThat(client.published(id).stream().map(WireTest::shape)).containsExactly("busy", "idle");
        assertThat(run("value 1").stream().map(WireTest::shape)).contains("input 1");
    }
}
