package advsys.multiprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HexDigitsTest {
    private static final int BEFORE = 3; // other letters in front

    private static byte[] text(String digits, int at, int letter) {
        byte[] text = ("###" + digits + " 89abcdef").getBytes(StandardCharsets.US_ASCII);
        text[BEFORE + at] = (byte) letter;
        return text;
    }

    @Test
    void value_everyLetterAtEveryPlace_thatOfTheDigits() {
        for (int length = 1; length < 8; length++) {
            String digits = "9AfF0b1".substring(0, length);
            for (int at = 0; at < length; at++) {
                for (int letter = '0'; letter < 256; letter++) {
                    boolean digit = letter < 128 && Character.digit(letter, 16) >= 0;
                    String read = digits.substring(0, at) + (char) letter + digits.substring(at + 1);
                    assertThat(HexDigits.value(text(digits, at, letter), BEFORE, length))
                            .as("letter %d at %d of %d", letter, at, length)
                            .isEqualTo(digit ? Long.parseLong(read, 16) : HexDigits.NONE);
                }
            }
        }
    }

    @Test
    void length_everyLetterAtEveryPlace_upToTheFirstBelowTheDigits() {
        for (int at = 0; at < 7; at++) {
            for (int letter = 0; letter < 256; letter++) {
                assertThat(HexDigits.length(text("1234567", at, letter), BEFORE))
                        .as("letter %d at %d", letter, at)
                        .isEqualTo(letter < '0' ? at : 7);
            }
        }
    }

    @Test
    void length_eightOrMoreOrAtTheEnd_isEight() {
        assertThat(HexDigits.length("12345678\n".getBytes(StandardCharsets.US_ASCII), 0))
                .isEqualTo(8);
        assertThat(HexDigits.length("12 45\n".getBytes(StandardCharsets.US_ASCII), 0))
                .isEqualTo(8);
    }
}
