package advsys.workbook.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Signs messages: HMAC with SHA-256, so that only who can read the connection file can give this kernel orders.
///
/// Written out over `MessageDigest` because `javax.crypto.Mac` adds 30 ms to the start of a kernel: it looks for and
/// verifies security providers. Held to `Mac` by a test.
///
/// **Source** H. Krawczyk et al., "HMAC: Keyed-Hashing for Message Authentication", RFC 2104.
final class Signer {
    static final String SCHEME = "hmac-sha256";

    private static final int BLOCK = 64;
    private static final int INNER = 0x36;
    private static final int OUTER = 0x5c;

    private final boolean signs;
    private final MessageDigest inner; // fed with the padded key; only ever cloned
    private final MessageDigest outer;

    Signer(String key) {
        signs = !key.isEmpty();
        byte[] secret = key.getBytes(StandardCharsets.UTF_8);
        if (secret.length > BLOCK) {
            secret = sha256().digest(secret);
        }
        inner = padded(secret, INNER);
        outer = padded(secret, OUTER);
    }

    /// The signature in hexadecimal, empty without a key.
    String sign(List<byte[]> parts) {
        if (!signs) {
            return "";
        }
        MessageDigest first = copy(inner);
        parts.forEach(first::update);
        MessageDigest second = copy(outer);
        return HexFormat.of().formatHex(second.digest(first.digest()));
    }

    /// Whether `signature` is the one of `parts`; takes as long for a wrong one as for the right one.
    boolean verify(byte[] signature, List<byte[]> parts) {
        return !signs || MessageDigest.isEqual(signature, sign(parts).getBytes(StandardCharsets.US_ASCII));
    }

    private static MessageDigest padded(byte[] secret, int pad) {
        byte[] block = Arrays.copyOf(secret, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= (byte) pad;
        }
        MessageDigest digest = sha256();
        digest.update(block);
        return digest;
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("SHA-256 of this JDK cannot be copied", impossible);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256"); // every Java platform must have it
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this JDK has no SHA-256", impossible);
        }
    }
}
