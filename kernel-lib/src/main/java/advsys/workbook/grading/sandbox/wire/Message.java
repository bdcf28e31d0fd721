package advsys.workbook.grading.sandbox.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message: its name and what it carries.
///
/// @param name "law", "seen" …
public record Message(String name, List<@Nullable Object> arguments) {
    /// The version of everything here; the first message of an agent says it.
    public static final long VERSION = 1;

    /// The most bytes that a message may have.
    public static final int LARGEST = 1 << 20;

    /// A message with these arguments.
    public static Message of(String name, @Nullable Object... arguments) {
        return new Message(name, Arrays.asList(arguments));
    }

    /// Sends it, at once.
    ///
    /// @throws WireException if it is too large or not plain data; then nothing was sent
    public void send(OutputStream out) throws IOException {
        List<@Nullable Object> all = new ArrayList<>();
        all.add(name);
        all.addAll(arguments);
        byte[] bytes = Data.write(all);
        if (bytes.length > LARGEST) {
            throw new WireException("a message of " + bytes.length + " bytes; at most " + LARGEST + " are sent");
        }
        byte[] frame = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
        out.write(frame);
        out.flush();
    }

    /// Reads the next; null when the stream has ended.
    ///
    /// @throws WireException if what comes is no message
    public static @Nullable Message receive(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        int first = data.read();
        if (first < 0) {
            return null;
        }
        try {
            int length = first << 24 | data.readUnsignedByte() << 16 | data.readUnsignedShort();
            if (length < 0 || length > LARGEST) {
                throw new WireException("a message of " + length + " bytes; at most " + LARGEST + " are taken");
            }
            byte[] bytes = data.readNBytes(length); // grows with what comes, not with what was announced
            if (bytes.length < length) {
                throw new WireException("it ends in the middle");
            }
            if (Data.read(bytes) instanceof List<?> all && !all.isEmpty() && all.getFirst() instanceof String name) {
                return new Message(name, new ArrayList<>(all.subList(1, all.size())));
            }
        } catch (EOFException cut) {
            throw new WireException("it ends in the middle");
        }
        throw new WireException("a message begins with its name");
    }

    /// The argument at `index`.
    ///
    /// @throws WireException if there is none of this type
    public <T> T argument(int index, Class<T> type) throws WireException {
        if (index < arguments.size() && type.isInstance(arguments.get(index))) {
            return type.cast(arguments.get(index));
        }
        throw new WireException("\"" + name + "\" lacks a " + type.getSimpleName() + " as argument " + index);
    }
}
