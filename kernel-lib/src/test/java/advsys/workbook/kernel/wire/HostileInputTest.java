package advsys.workbook.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Messages that are forged, cut, malformed or unknown: the kernel goes on.
class HostileInputTest extends WireTest {
    @Test
    void comm_toAnUnknownTarget_isClosed() {
        JsonObject content = new JsonObject();
        content.addProperty("comm_id", "c1");
        content.addProperty("target_name", "nobody");
        String id = client.send(Channel.SHELL, "comm_open", content);

        assertThat(client.published(id).stream().map(Message::type)).containsExactly("status", "comm_close", "status");
    }

    @Test
    void unknownRequests_areRefusedAndTheKernelGoesOn() {
        JsonObject reply = client.ask("frobnicate_request", new JsonObject());
        assertThat(reply.get("ename").getAsString()).isEqualTo("BadRequest");
        JsonObject noCode = client.ask("execute_request", new JsonObject());
        assertThat(noCode.get("evalue").getAsString()).contains("\"code\" must be a string");
        JsonArray range = new JsonArray();
        range.add(1);
        JsonObject wrong = new JsonObject();
        wrong.add("n", range);
        assertThat(client.ask("history_request", wrong).get("status").getAsString())
                .isEqualTo("error");
        assertThat(client.execute("value 1")).isEqualTo("ok");
    }

    @Test
    void hostileFrames_areDroppedAndTheKernelGoesOn() {
        Codec forger = new Codec(new Signer("another key"));
        client.sendFrames(
                Channel.SHELL,
                forger.encode(forger.message(List.of(), "execute_request", new JsonObject(), code("out forged"))));
        client.sendFrames(Channel.SHELL, List.of(new byte[0]));
        client.sendFrames(Channel.CONTROL, List.of("<IDS|MSG>".getBytes(StandardCharsets.UTF_8)));
        client.sendFrames(Channel.STDIN, List.of(new byte[] {1, 2, 3}));
        for (String content : List.of("[".repeat(100_000), "{", "{\"code\":\"\ud800\"", "\u0000", "{} {}")) {
            client.sendFrames(Channel.SHELL, signed(content.getBytes(StandardCharsets.UTF_8)));
        }
        client.sendFrames(Channel.SHELL, signed(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}));

        assertThat(client.execute("value 1")).isEqualTo("ok");
    }

    @Test
    void repeatedMessage_isDropped() {
        Codec codec = new Codec(new Signer(connection.key()));
        List<byte[]> frames =
                codec.encode(codec.message(List.of(), "execute_request", new JsonObject(), code("value 1")));
        client.sendFrames(Channel.SHELL, frames);
        client.sendFrames(Channel.SHELL, frames);
        client.receive(Channel.SHELL);

        assertThat(run("value 2").stream().map(WireTest::shape)).contains("input 2");
    }

    private List<byte[]> signed(byte[] content) {
        Codec codec = new Codec(new Signer(connection.key()));
        List<byte[]> frames =
                codec.encode(codec.message(List.of(), "execute_request", new JsonObject(), new JsonObject()));
        List<byte[]> parts = new ArrayList<>(frames.subList(2, 5));
        parts.add(content);
        List<byte[]> all = new ArrayList<>(List.of(
                frames.getFirst(), new Signer(connection.key()).sign(parts).getBytes(StandardCharsets.UTF_8)));
        all.addAll(parts);
        return all;
    }
}
