package advsys.lab.show;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnNameTest {
    @ParameterizedTest
    @CsvSource({
        "acquisitionsPerMicrosecond, acquisitions per µs",
        "busTransactionsPerAcquisition, bus transactions per acquisition",
        "latencyNanos, latency (ns)",
        "holdNanos, hold (ns)",
        "windowMillis, window (ms)",
        "seconds, time (s)",
        "secondsToConverge, seconds to converge",
        "handOverPercent, hand over (%)",
        "pageBytes, page (bytes)",
        "bytes, bytes",
        "threads, threads",
        "CPUSeconds, CPU (s)",
        "x, x"
    })
    void of_columnInCamelCase_isATitleWithItsUnit(String column, String title) {
        assertThat(ColumnName.of(column).title()).isEqualTo(title);
    }

    @Test
    void of_rateOfAtMostOne_isAShare() {
        assertThat(ColumnName.of("hitRate", 0, 1)).isEqualTo(new ColumnName("hit rate (%)", true));
        assertThat(ColumnName.of("requestRate", 0, 250)).isEqualTo(new ColumnName("request rate", false));
        assertThat(ColumnName.of("overlapShare", 0.2, 0.9).share()).isTrue();
    }

    @Test
    void of_hostileName_isOneShortLine() {
        String title = ColumnName.of("a\n\u202Eb".repeat(200)).title();
        assertThat(title).doesNotContain("\n").doesNotContain("\u202E").hasSizeLessThanOrEqualTo(200);
        assertThat(ColumnName.of("").title()).isEmpty();
        assertThat(ColumnName.of("—— per ——").title()).isEqualTo("—— per ——");
    }
}
