package advsys.workbook.kernel.wire;

import advsys.lab.Bundle;
import advsys.workbook.kernel.Comms;
import advsys.workbook.kernel.Language;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;

/// Answers what front ends ask beside running cells, on a thread of its own, so also while a cell runs.
final class Answers {
    private final Replies replies;
    private final Publisher publisher;
    private final Engine engine;
    private final History history;
    private final Comms comms;
    private final Worker worker = new Worker("advsys answers");

    Answers(Replies replies, Publisher publisher, Engine engine, History history, Comms comms) {
        this.replies = replies;
        this.publisher = publisher;
        this.engine = engine;
        this.history = history;
        this.comms = comms;
    }

    void submit(Message message) {
        worker.submit(() -> answer(message));
    }

    private void answer(Message message) {
        publisher.answerStarts(message.header());
        try {
            if (Replies.isRequest(message.type())) {
                replies.reply(Channel.SHELL, message, contentOf(message));
            } else {
                take(message);
            }
        } finally {
            publisher.answerEnds(message.header());
        }
    }

    private JsonObject contentOf(Message message) {
        JsonObject content = message.content();
        try {
            return switch (message.type()) {
                case "complete_request" -> complete(content);
                case "inspect_request" -> inspect(content);
                case "is_complete_request" -> isComplete(content);
                case "history_request" -> history.reply(content);
                case "comm_info_request" -> channels(content);
                default -> throw new Malformed("this kernel does not know " + message.type());
            };
        } catch (Malformed malformed) {
            Log.line("refused a " + message.type() + ": " + malformed.getMessage());
            return Replies.failure(malformed);
        } catch (InterruptedException | RuntimeException | Error failure) {
            Log.failure("answering a " + message.type(), failure);
            return Replies.failure(failure);
        }
    }

    private JsonObject complete(JsonObject request) throws Malformed, InterruptedException {
        String code = Json.string(request, "code");
        int cursor = Characters.toIndex(code, Json.integer(request, "cursor_pos", Integer.MAX_VALUE));
        Language.Completion completion = engine.ready().complete(code, cursor);
        int start = Characters.toCodePoints(code, completion.start());
        int end = Characters.toCodePoints(code, completion.end());
        JsonArray matches = new JsonArray();
        JsonArray types = new JsonArray();
        for (Language.Candidate candidate : completion.candidates()) {
            matches.add(candidate.text());
            JsonObject type = new JsonObject();
            type.addProperty("start", start);
            type.addProperty("end", end);
            type.addProperty("text", candidate.text());
            type.addProperty("type", candidate.type());
            type.addProperty("signature", candidate.signature());
            types.add(type);
        }
        JsonObject metadata = new JsonObject();
        metadata.add("_jupyter_types_experimental", types);
        JsonObject content = Replies.ok();
        content.add("matches", matches);
        content.addProperty("cursor_start", start);
        content.addProperty("cursor_end", end);
        content.add("metadata", metadata);
        return content;
    }

    private JsonObject inspect(JsonObject request) throws Malformed, InterruptedException {
        String code = Json.string(request, "code");
        int cursor = Characters.toIndex(code, Json.integer(request, "cursor_pos", Integer.MAX_VALUE));
        int detail = Json.integer(request, "detail_level", 0);
        Optional<Bundle> known = engine.ready().inspect(code, cursor, detail);
        JsonObject content = known.map(Bundles::content).orElseGet(JsonObject::new);
        content.addProperty("status", "ok");
        content.addProperty("found", known.isPresent());
        if (known.isEmpty()) {
            content.add("data", new JsonObject());
            content.add("metadata", new JsonObject());
        }
        return content;
    }

    private JsonObject isComplete(JsonObject request) throws Malformed, InterruptedException {
        Language.Completeness answer = engine.ready().isComplete(Json.string(request, "code"));
        JsonObject content = Replies.status(answer.status());
        if (answer.status().equals("incomplete")) {
            content.addProperty("indent", answer.indent());
        }
        return content;
    }

    private JsonObject channels(JsonObject request) throws Malformed {
        String wanted = Json.string(request, "target_name", "");
        JsonObject open = new JsonObject();
        for (Map.Entry<String, String> channel : comms.targets().entrySet()) {
            if (wanted.isEmpty() || wanted.equals(channel.getValue())) {
                JsonObject target = new JsonObject();
                target.addProperty("target_name", channel.getValue());
                open.add(channel.getKey(), target);
            }
        }
        JsonObject content = Replies.ok();
        content.add("comms", open);
        return content;
    }

    /// Takes a message that wants no reply.
    private void take(Message message) {
        JsonObject content = message.content();
        try {
            String id = Json.string(content, "comm_id");
            Map<String, Object> data = Json.toMap(Json.object(content, "data"));
            boolean open = switch (message.type()) {
                case "comm_open" -> comms.open(id, Json.string(content, "target_name"), data, message.buffers());
                case "comm_msg" -> {
                    comms.message(id, data, message.buffers()); // of a comm that was refused: nothing to say again
                    yield true;
                }
                case "comm_close" -> {
                    comms.close(id);
                    yield true;
                }
                default -> throw new Malformed("this kernel does not know it");
            };
            if (!open) {
                JsonObject close = new JsonObject();
                close.addProperty("comm_id", id);
                close.add("data", new JsonObject());
                publisher.publish(message.header(), "comm_close", close);
            }
        } catch (Malformed malformed) {
            Log.line("dropped a " + message.type() + ": " + malformed.getMessage());
        }
    }
}
