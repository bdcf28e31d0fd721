package advsys.workbook.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.workbook.kernel.Comms;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A kernel over real sockets, with a scripted language behind it, for each test a new one.
abstract class WireTest {
    @TempDir
    Path folder;

    private Kernel kernel;
    LocalClient client;
    Thread serving;
    ConnectionFile connection;

    @BeforeEach
    void start() throws IOException {
        connection = LocalClient.freePorts();
        kernel = Kernel.open(connection, new Kernel.Settings(ScriptedLanguage::new, Comms.NONE, Optional.of(folder)));
        serving = Thread.ofPlatform().start(kernel::run);
        client = new LocalClient(connection);
    }

    @AfterEach
    void stop() throws InterruptedException {
        kernel.stop();
        serving.join(5000);
        client.close();
        assertThat(serving.isAlive()).isFalse();
    }

    static JsonObject code(String code) {
        JsonObject content = new JsonObject();
        content.addProperty("code", code);
        return content;
    }

    List<String> send(String... cells) {
        List<String> ids = new ArrayList<>();
        for (String cell : cells) {
            ids.add(client.send(Channel.SHELL, "execute_request", code(cell)));
        }
        return ids;
    }

    List<Message> run(String cell) {
        String id = send(cell).getFirst();
        List<Message> told = client.published(id);
        client.receive(Channel.SHELL);
        return told;
    }

    List<String> statuses(List<String> ids) {
        List<String> statuses = new ArrayList<>();
        for (String id : ids) {
            Message reply = client.receive(Channel.SHELL);
            assertThat(reply.parent().get("msg_id").getAsString()).isEqualTo(id);
            statuses.add(reply.content().get("status").getAsString());
            client.published(id);
        }
        return statuses;
    }

    void awaitBusy(String id) {
        Message message;
        do {
            message = client.receive(Channel.IOPUB);
        } while (!(message.type().equals("execute_input")
                && message.parent().get("msg_id").getAsString().equals(id)));
    }

    static String text(List<Message> told) {
        return told.stream()
                .filter(message -> message.type().equals("stream"))
                .map(message -> message.content().get("text").getAsString())
                .collect(Collectors.joining());
    }

    static String shape(Message message) {
        JsonObject content = message.content();
        return switch (message.type()) {
            case "status" -> content.get("execution_state").getAsString();
            case "execute_input" -> "input " + content.get("execution_count").getAsInt();
            case "stream" ->
                content.get("name").getAsString() + " " + content.get("text").getAsString();
            case "display_data", "update_display_data", "execute_result" ->
                message.type() + " "
                        + content.getAsJsonObject("data").get("text/plain").getAsString();
            case "error" -> "error " + content.get("ename").getAsString();
            default -> message.type();
        };
    }
}
