package advsys.workbook.kernel.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/// Answers requests on the socket that they came from.
final class Replies {
    private static final String REQUEST = "_request";

    private final Transport transport;
    private final Codec codec;

    Replies(Transport transport, Codec codec) {
        this.transport = transport;
        this.codec = codec;
    }

    /// Replies to `request`, an `x_request`, with an `x_reply`.
    void reply(Channel channel, Message request, JsonObject content) {
        reply(channel, request, content, new JsonObject());
    }

    void reply(Channel channel, Message request, JsonObject content, JsonObject metadata) {
        Message message = codec.message(request.route(), replyType(request.type()), request.header(), content);
        metadata.entrySet().forEach(entry -> message.metadata().add(entry.getKey(), entry.getValue()));
        transport.send(channel, codec.encode(message));
    }

    static boolean isRequest(String type) {
        return type.endsWith(REQUEST);
    }

    private static String replyType(String type) {
        return type.substring(0, type.length() - REQUEST.length()) + "_reply";
    }

    static JsonObject ok() {
        return status("ok");
    }

    static JsonObject status(String status) {
        JsonObject content = new JsonObject();
        content.addProperty("status", status);
        return content;
    }

    static JsonObject error(String name, String value, List<String> traceback) {
        JsonObject content = status("error");
        content.addProperty("ename", name);
        content.addProperty("evalue", value);
        JsonArray lines = new JsonArray();
        traceback.forEach(lines::add);
        content.add("traceback", lines);
        return content;
    }

    /// The reply to a request that the kernel did not understand or failed to answer.
    static JsonObject failure(Throwable failure) {
        return failure instanceof Malformed
                ? error("BadRequest", String.valueOf(failure.getMessage()), List.of())
                : error("KernelError", failure.toString(), List.of("the kernel failed: " + failure));
    }
}
