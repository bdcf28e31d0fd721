package advsys.workbook.kernel.wire;

import com.google.gson.JsonObject;
import java.util.List;

/// One message of the protocol.
///
/// @param route the frames before the delimiter: who is to get the reply (ROUTER), or the topic (XPUB)
/// @param header `msg_id`, `msg_type`, `session` …
/// @param parent the header of the request that caused it, empty for none
record Message(
        List<byte[]> route,
        JsonObject header,
        JsonObject parent,
        JsonObject metadata,
        JsonObject content,
        List<byte[]> buffers) {
    /// A decoded message has a string there.
    String type() {
        return header.get("msg_type").getAsString();
    }

    /// A decoded message has a string there.
    String id() {
        return header.get("msg_id").getAsString();
    }

    Message withContent(JsonObject other) {
        return new Message(route, header, parent, metadata, other, buffers);
    }
}
