package advsys.workbook.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CharactersTest {
    private static final String TEXT = "aß€𝄞z";

    @Test
    void positions_ofEveryCharacter_convertThereAndBack() {
        int codePoints = TEXT.codePointCount(0, TEXT.length());
        for (int i = 0; i <= codePoints; i++) {
            int index = Characters.toIndex(TEXT, i);
            assertThat(TEXT.codePointCount(0, index)).isEqualTo(i);
            assertThat(Characters.toCodePoints(TEXT, index)).isEqualTo(i);
        }
    }

    @Test
    void positions_outsideTheText_becomeItsNearerEnd() {
        assertThat(Characters.toIndex(TEXT, -7)).isZero();
        assertThat(Characters.toIndex(TEXT, Integer.MAX_VALUE)).isEqualTo(TEXT.length());
        assertThat(Characters.toCodePoints(TEXT, -1)).isZero();
        assertThat(Characters.toCodePoints(TEXT, 99)).isEqualTo(5);
    }

    @Test
    void wholeCharacters_wellFormedTextCutAnywhere_endsBetweenCharacters() {
        byte[] utf8 = TEXT.repeat(3).getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= utf8.length; length++) {
            int whole = Characters.wholeCharacters(utf8, length);
            String decoded = new String(utf8, 0, whole, StandardCharsets.UTF_8);

            assertThat(decoded).doesNotContain("\uFFFD");
            assertThat(length - whole).isBetween(0, 3);
            assertThat(decoded.getBytes(StandardCharsets.UTF_8)).isEqualTo(Arrays.copyOf(utf8, whole));
        }
    }

    @Test
    void wholeCharacters_anyBytes_keepsBackAtMostThree() {
        long seed = 7;
        Random random = new Random(seed);
        byte[] noise = new byte[64];
        for (int round = 0; round < 10_000; round++) {
            random.nextBytes(noise);
            int length = random.nextInt(noise.length + 1);

            assertThat(length - Characters.wholeCharacters(noise, length))
                    .as("seed %d", seed)
                    .isBetween(0, 3);
        }
    }
}
