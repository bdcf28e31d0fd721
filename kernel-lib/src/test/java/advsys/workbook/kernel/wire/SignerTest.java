package advsys.workbook.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignerTest {
    private static final List<byte[]> PARTS = List.of(bytes("{\"a\":1}"), bytes("{}"), bytes(""), bytes("é€𝄞"));

    @ParameterizedTest
    @ValueSource(ints = {1, 36, 63, 64, 65, 200})
    void sign_keysAroundTheBlockSize_agreesWithTheJdksMac(int length) throws GeneralSecurityException {
        String key = "k".repeat(length);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(bytes(key), "HmacSHA256"));
        PARTS.forEach(mac::update);

        assertThat(new Signer(key).sign(PARTS)).isEqualTo(HexFormat.of().formatHex(mac.doFinal()));
    }

    @Test
    void verify_anyBitOfTheSignatureChanged_refuses() {
        Signer signer = new Signer("key");
        byte[] right = bytes(signer.sign(PARTS));
        assertThat(signer.verify(right, PARTS)).isTrue();
        for (int i = 0; i < right.length; i++) {
            byte[] wrong = right.clone();
            wrong[i] ^= 1;
            assertThat(signer.verify(wrong, PARTS)).isFalse();
        }
        assertThat(signer.verify(new byte[0], PARTS)).isFalse();
    }

    @Test
    void verify_withoutAKey_takesEverything() {
        Signer open = new Signer("");

        assertThat(open.sign(PARTS)).isEmpty();
        assertThat(open.verify(bytes("whatever"), PARTS)).isTrue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
