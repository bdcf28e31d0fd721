package advsys.workbook.kernel.wire;

import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/// Messages to frames and back.
///
/// ```
///   route …  <IDS|MSG>  signature  header  parent  metadata  content  buffer …
///                       └ of these four:   ─────────────────────────
/// ```
///
/// Decoding validates everything; encoding may be done by any thread, decoding by one.
final class Codec {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    static final String VERSION = "5.3";
    private static final int PARTS = 4;
    private static final int REMEMBERED = 4096;

    private final Signer signer;
    private final String session = Long.toHexString(ProcessHandle.current().pid()) + "-"
            + Long.toHexString(ThreadLocalRandom.current().nextLong());
    private final AtomicLong sent = new AtomicLong();
    private final LinkedHashSet<String> seen = new LinkedHashSet<>(); // a recorded message must not be played again

    Codec(Signer signer) {
        this.signer = signer;
    }

    Message decode(List<byte[]> frames) throws Malformed {
        int delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        int first = delimiter + 2;
        if (frames.size() < first + PARTS) {
            throw new Malformed("it has " + frames.size() + " frames, too few");
        }
        byte[] signature = frames.get(delimiter + 1);
        List<byte[]> signed = frames.subList(first, first + PARTS);
        if (!signer.verify(signature, signed)) {
            throw new Malformed("its signature is wrong");
        }
        JsonObject header = Json.object(text(signed.get(0), "its header"), "its header");
        Json.string(header, "msg_type");
        Json.string(header, "msg_id");
        Message message = new Message(
                List.copyOf(frames.subList(0, delimiter)),
                header,
                Json.object(text(signed.get(1), "its parent header"), "its parent header"),
                Json.object(text(signed.get(2), "its metadata"), "its metadata"),
                Json.object(text(signed.get(3), "its content"), "its content"),
                List.copyOf(frames.subList(first + PARTS, frames.size())));
        refuseRepetition(new String(signature, StandardCharsets.US_ASCII)); // last: then nothing fails any more
        return message;
    }

    private void refuseRepetition(String signature) throws Malformed {
        if (signature.isEmpty()) {
            return;
        }
        if (!seen.add(signature)) {
            throw new Malformed("it was received before");
        }
        if (seen.size() > REMEMBERED) {
            seen.removeFirst();
        }
    }

    private static String text(byte[] utf8, String what) throws Malformed {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder() // reports what is malformed instead of replacing it
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new Malformed(what + " is not UTF-8");
        }
    }

    List<byte[]> encode(Message message) {
        List<byte[]> signed = List.of(
                bytes(message.header()), bytes(message.parent()), bytes(message.metadata()), bytes(message.content()));
        List<byte[]> frames = new ArrayList<>(message.route());
        frames.add(DELIMITER);
        frames.add(signer.sign(signed).getBytes(StandardCharsets.US_ASCII));
        frames.addAll(signed);
        frames.addAll(message.buffers());
        return frames;
    }

    private static byte[] bytes(JsonObject json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// A new message of this kernel.
    Message message(List<byte[]> route, String type, JsonObject parent, JsonObject content) {
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", session + "-" + sent.incrementAndGet());
        header.addProperty("session", session);
        header.addProperty("username", "kernel");
        header.addProperty("date", Instant.now().toString());
        header.addProperty("msg_type", type);
        header.addProperty("version", VERSION);
        return new Message(route, header, parent, new JsonObject(), content, List.of());
    }
}
