package advsys.workbook.grading;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256 of parts, each with its length in front, so that no two lists of parts are one.
final class Hash {
    private final MessageDigest digest;

    Hash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    Hash add(String part) {
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    Hash add(byte[] part) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(part.length).flip());
        digest.update(part);
        return this;
    }

    /// Everything so far, in 64 hexadecimal digits. To be asked once.
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The same as a number. To be asked once.
    long number() {
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
