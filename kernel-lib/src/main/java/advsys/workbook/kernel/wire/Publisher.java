package advsys.workbook.kernel.wire;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sends what everybody sees, and keeps the state of the kernel right: front ends show the last state that they were
/// told, whichever request it belonged to.
final class Publisher {
    private final Transport transport;
    private final Codec codec;
    private @Nullable JsonObject running; // guarded by this: the header of the cell that runs

    Publisher(Transport transport, Codec codec) {
        this.transport = transport;
        this.codec = codec;
    }

    /// Publishes something that `parent` caused.
    void publish(JsonObject parent, String type, JsonObject content) {
        List<byte[]> topic = List.of(type.getBytes(StandardCharsets.US_ASCII));
        transport.send(Channel.IOPUB, codec.encode(codec.message(topic, type, parent, content)));
    }

    /// What a new subscriber receives first: it then knows that it misses nothing from here on.
    List<byte[]> welcome(byte[] topic) {
        JsonObject content = new JsonObject();
        content.addProperty("subscription", new String(topic, StandardCharsets.UTF_8));
        List<byte[]> route = topic.length == 0 ? List.of() : List.of(topic);
        return codec.encode(codec.message(route, "iopub_welcome", new JsonObject(), content));
    }

    /// Before the first message: nobody caused it.
    void starting() {
        state(new JsonObject(), "starting");
    }

    synchronized void cellStarts(JsonObject parent) {
        running = parent;
        state(parent, "busy");
    }

    synchronized void cellEnds(JsonObject parent) {
        running = null;
        state(parent, "idle");
    }

    synchronized void answerStarts(JsonObject parent) {
        state(parent, "busy");
    }

    /// An answer given while a cell runs leaves the kernel busy.
    synchronized void answerEnds(JsonObject parent) {
        state(parent, "idle");
        if (running != null) {
            state(running, "busy");
        }
    }

    private void state(JsonObject parent, String state) {
        JsonObject content = new JsonObject();
        content.addProperty("execution_state", state);
        publish(parent, "status", content);
    }
}
