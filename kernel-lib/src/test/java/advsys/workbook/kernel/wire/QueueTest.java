package advsys.workbook.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Cells in order, failing, interrupted, and what is answered beside them.
class QueueTest extends WireTest {
    @Test
    void queue_aCellFails_theRestIsAborted() {
        List<String> ids = send("value 1", "wait 100\nfail on purpose", "value 2", "value 3");

        assertThat(statuses(ids)).containsExactly("ok", "error", "aborted", "aborted");
        assertThat(run("value 4").stream().map(WireTest::shape)).contains("execute_result 4");
    }

    @Test
    void queue_aCellFailsThatAsksToGoOn_theRestRuns() {
        JsonObject failing = code("wait 100\nfail on purpose");
        failing.addProperty("stop_on_error", false);
        List<String> ids = new ArrayList<>(List.of(client.send(Channel.SHELL, "execute_request", failing)));
        ids.addAll(send("value 2"));

        assertThat(statuses(ids)).containsExactly("error", "ok");
    }

    @Test
    void language_throwsAnError_theCellFailsAndTheKernelGoesOn() {
        List<Message> told = run("throw boom");

        assertThat(told.stream().map(WireTest::shape))
                .contains("error KernelError")
                .endsWith("idle");
        assertThat(run("value 1").stream().map(WireTest::shape)).contains("execute_result 1");
    }

    @Test
    void interrupt_whileACellRuns_endsItAndAbortsTheQueue() {
        List<String> ids = send("wait 60000", "value 2");
        awaitBusy(ids.getFirst());
        client.send(Channel.CONTROL, "interrupt_request", new JsonObject());

        assertThat(client.receive(Channel.CONTROL).content().get("status").getAsString())
                .isEqualTo("ok");
        assertThat(statuses(ids)).containsExactly("error", "aborted");
    }

    @Test
    void completion_whileACellRuns_isAnsweredAndTheKernelStaysBusy() {
        String cell = send("wait 60000").getFirst();
        awaitBusy(cell);
        JsonObject request = code("𝄞.x");
        request.addProperty("cursor_pos", 2); // code points: behind the dot
        String id = client.send(Channel.SHELL, "complete_request", request);
        JsonObject content = client.receive(Channel.SHELL).content();

        assertThat(content.get("matches").getAsJsonArray().get(0).getAsString()).isEqualTo("𝄞.");
        assertThat(content.get("cursor_start").getAsInt()).isEqualTo(1);
        assertThat(content.get("cursor_end").getAsInt()).isEqualTo(2);
        assertThat(content.toString()).contains("_jupyter_types_experimental").contains("() int");
        client.published(id);
        Message after = client.receive(Channel.IOPUB);
        assertThat(shape(after)).isEqualTo("busy");
        assertThat(after.parent().get("msg_id").getAsString()).isEqualTo(cell);
        client.send(Channel.CONTROL, "interrupt_request", new JsonObject());
        client.published(cell);
    }

    @Test
    void question_theFrontEndCanAnswer_isAskedAndAnswered() {
        JsonObject request = code("out before\nask name?");
        request.addProperty("allow_stdin", true);
        String id = client.send(Channel.SHELL, "execute_request", request);
        Message question = client.receive(Channel.STDIN);
        JsonObject answer = new JsonObject();
        answer.addProperty("value", "Ada");
        client.send(Channel.STDIN, "input_reply", answer);

        assertThat(question.content().get("prompt").getAsString()).isEqualTo("name?");
        assertThat(text(client.published(id))).isEqualTo("before\n<Ada>\n");
    }

    @Test
    void question_theFrontEndCannotAnswer_isAnErrorOfTheCell() {
        assertThat(run("ask name?").stream().map(WireTest::shape)).contains("error Refused");
    }

    @Test
    void userExpressions_oneBad_areAnsweredEachForItself() {
        JsonObject request = code("value 1");
        JsonObject expressions = new JsonObject();
        expressions.addProperty("a", "x");
        expressions.addProperty("b", "bad");
        request.add("user_expressions", expressions);
        JsonObject values = client.ask("execute_request", request).getAsJsonObject("user_expressions");

        assertThat(values.getAsJsonObject("a").toString())
                .contains("value of x")
                .contains("\"ok\"");
        assertThat(values.getAsJsonObject("b").get("status").getAsString()).isEqualTo("error");
    }

    @Test
    void heartbeat_isEchoed() {
        client.sendFrames(Channel.HEARTBEAT, List.of("ping".getBytes(StandardCharsets.UTF_8)));

        assertThat(client.receiveFrames(Channel.HEARTBEAT).getFirst())
                .asString()
                .isEqualTo("ping");
    }

    @Test
    void shutdown_requested_isAnsweredAndEndsTheKernel() throws InterruptedException {
        JsonObject content = new JsonObject();
        content.addProperty("restart", true);
        client.send(Channel.CONTROL, "shutdown_request", content);

        assertThat(client.receive(Channel.CONTROL).content().get("restart").getAsBoolean())
                .isTrue();
        serving.join(5000);
        assertThat(serving.isAlive()).isFalse();
    }
}
