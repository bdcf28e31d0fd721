package advsys.workbook.grading.sandbox.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plain data as bytes: null, Boolean, Long, Double, String, [Parts], and lists of these.
///
/// ```
/// N                            null
/// T | F                        true, false
/// I  8 bytes                   Long
/// D  8 bytes                   Double
/// S  length  UTF-8             String
/// L  count   data…             List
/// R  length  UTF-8 count data… Parts: the name, then the components
/// ```
///
/// Lengths and counts are four bytes; a count is never believed before there are as many bytes.
public final class Data {
    private static final int DEEPEST = 64;

    private Data() {}

    /// The bytes of `value`.
    ///
    /// @throws WireException if it is not plain data, or nests too deeply
    public static byte[] write(@Nullable Object value) throws WireException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(value, out, 0);
        } catch (WireException notPlain) {
            throw notPlain;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(@Nullable Object value, DataOutputStream out, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new WireException("it nests more than " + DEEPEST + " deep");
        }
        switch (value) {
            case null -> out.writeByte('N');
            case Boolean truth -> out.writeByte(truth ? 'T' : 'F');
            case Long number -> {
                out.writeByte('I');
                out.writeLong(number);
            }
            case Double number -> {
                out.writeByte('D');
                out.writeDouble(number);
            }
            case String text -> {
                out.writeByte('S');
                text(text, out);
            }
            case List<?> list -> {
                out.writeByte('L');
                all(list, out, depth);
            }
            case Parts parts -> {
                out.writeByte('R');
                text(parts.name(), out);
                all(parts.values(), out, depth);
            }
            default -> throw new WireException("a " + value.getClass().getName() + " is no plain data");
        }
    }

    private static void all(List<?> list, DataOutputStream out, int depth) throws IOException {
        out.writeInt(list.size());
        for (Object each : list) {
            write(each, out, depth + 1);
        }
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /// The data of `bytes`, all of them.
    ///
    /// @throws WireException if they are none
    public static @Nullable Object read(byte[] bytes) throws WireException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            Object value = read(in, 0);
            if (in.hasRemaining()) {
                throw new WireException(in.remaining() + " bytes follow the data");
            }
            return value;
        } catch (BufferUnderflowException cut) {
            throw new WireException("it ends in the middle");
        }
    }

    private static @Nullable Object read(ByteBuffer in, int depth) throws WireException {
        if (depth > DEEPEST) {
            throw new WireException("it nests more than " + DEEPEST + " deep");
        }
        byte tag = in.get();
        return switch (tag) {
            case 'N' -> null;
            case 'T' -> true;
            case 'F' -> false;
            case 'I' -> in.getLong();
            case 'D' -> in.getDouble();
            case 'S' -> text(in);
            case 'L' -> all(in, depth);
            case 'R' -> new Parts(text(in), all(in, depth));
            default -> throw new WireException("no data begins with byte " + tag);
        };
    }

    private static List<@Nullable Object> all(ByteBuffer in, int depth) throws WireException {
        int count = in.getInt();
        if (count < 0 || count > in.remaining()) { // each needs a byte at least
            throw new WireException("a list of " + count + " in " + in.remaining() + " bytes");
        }
        List<@Nullable Object> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(read(in, depth + 1));
        }
        return Collections.unmodifiableList(list);
    }

    private static String text(ByteBuffer in) throws WireException {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new WireException("a text of " + length + " bytes in " + in.remaining());
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
