package advsys.locks;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Figure;
import advsys.lab.Published;
import advsys.lab.Reproduction;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class LockReproductionsTest {
    @Test
    void reproductions_areExactlyTheFiguresThatNameThem() {
        List<String> named = Published.all().stream()
                .filter(figure -> figure.reproducedBy().equals(LockReproductions.class.getName()))
                .map(Figure::id)
                .toList();
        assertThat(new LockReproductions().reproductions())
                .extracting(Reproduction::figure)
                .containsExactlyInAnyOrderElementsOf(named);
        assertThat(ServiceLoader.load(Reproduction.Chapter.class)).hasAtLeastOneElementOfType(LockReproductions.class);
    }

    @Test
    void samples_oneLockOverAnother_areOnePositiveRatioForEachTrial() throws Exception {
        double[] ratios = of("anderson.uncontended").measurement().samples(3);
        positive(ratios);
    }

    @Test
    void samples_oneSettingOverAnother_leaveOutTheOthers() throws Exception {
        positive(LockReproductions.threads(TasLock::new, 1, 2, 3));
    }

    @Test
    void samples_wordsApartOverWordsSideBySide_countBoth() throws Exception {
        positive(of("jdk.false-sharing").measurement().samples(3));
    }

    /// A window in which nothing was counted gives no ratio.
    private static void positive(double... ratios) {
        assertThat(ratios).hasSizeBetween(1, 3);
        for (double ratio : ratios) {
            assertThat(ratio).isPositive().isFinite();
        }
    }

    private static Reproduction of(String figure) {
        return new LockReproductions()
                .reproductions().stream()
                        .filter(each -> each.figure().equals(figure))
                        .findFirst()
                        .orElseThrow();
    }
}
