package advsys.lab.show;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "4, 4",
        "0, 0",
        "-3, -3",
        "0.5, 0.5",
        "45.234, 45.2",
        "19.02, 19.0",
        "0.0012345, 0.00123",
        "1234.56, 1235",
        "999999.5, 1000000",
        "123456789012, 123456789012",
        "1.5e16, 1.5e16",
        "0.0000512, 5.12e-5",
        "NaN, –",
        "Infinity, ∞",
        "-Infinity, -∞"
    })
    void text_anyNumber_threeDigitsThatCount(double value, String expected) {
        assertThat(Numbers.text(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.30000000000000004, 0.3",
        "1000, 1000",
        "120000, 120\u2009000",
        "-25000, −25\u2009000",
        "2e9, 2·10⁹",
        "1e12, 10¹²",
        "0.00001, 10⁻⁵",
        "1e-17, 0"
    })
    void axis_anyNumber_isShortAndReadable(double value, String expected) {
        assertThat(Numbers.axis(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.001, 0.001", "1, 1", "10000, 10\u2009000", "1000000, 10⁶", "0.000001, 10⁻⁶"})
    void decade_powerOfTen_isPlainWhileShort(double value, String expected) {
        assertThat(Numbers.decade(value)).isEqualTo(expected);
    }

    @Test
    void text_otherValues_keepTheirOwnText() {
        assertThat(Numbers.text((Object) null)).isEqualTo("–");
        assertThat(Numbers.text((Object) 12_345_678_901_234_567L)).isEqualTo("12345678901234567");
        assertThat(Numbers.text((Object) 1.5f)).isEqualTo("1.5");
        assertThat(Numbers.text((Object) "McsLock")).isEqualTo("McsLock");
    }

    @Test
    void axis_anyDouble_staysShort() {
        // XChart looks for ever for an axis whose labels have more than 20 characters
        for (double size = 1e-300; size < 1e300; size *= 7.3) {
            assertThat(Numbers.axis(size)).hasSizeLessThanOrEqualTo(20);
            assertThat(Numbers.axis(-size)).hasSizeLessThanOrEqualTo(20);
        }
    }
}
