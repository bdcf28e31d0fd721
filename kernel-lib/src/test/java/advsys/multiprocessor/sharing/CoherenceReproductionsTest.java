package advsys.multiprocessor.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Figure;
import advsys.lab.Published;
import advsys.lab.Reproduction;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoherenceReproductionsTest {
    @Test
    void reproductions_areExactlyTheFiguresThatNameThem() {
        List<String> named = Published.all().stream()
                .filter(figure -> figure.reproducedBy().equals(CoherenceReproductions.class.getName()))
                .map(Figure::id)
                .toList();
        assertThat(new CoherenceReproductions().reproductions())
                .extracting(Reproduction::figure)
                .containsExactlyInAnyOrderElementsOf(named);
        assertThat(ServiceLoader.load(Reproduction.Chapter.class))
                .hasAtLeastOneElementOfType(CoherenceReproductions.class);
    }

    @ParameterizedTest
    @CsvSource({"goodman.write-back,1.0", "papamarcos.exclusive,1.5", "course.three-hops,3.0"})
    void samples_ofACount_areTheCountAndAgreeWithTheFigure(String figure, double count) throws Exception {
        assertThat(of(figure).measurement().samples(2)).containsExactly(count, count);
        assertThat(Published.of(figure).verdict(count, count, count)).isEqualTo("reproduced");
    }

    @Test
    void samples_ofTheTime_areARatioForEachTrial() throws Exception {
        double[] ratios = of("linux.false-sharing").measurement().samples(2);
        assertThat(ratios).hasSizeBetween(1, 2);
        for (double ratio : ratios) {
            assertThat(ratio).isPositive().isFinite();
        }
    }

    private static Reproduction of(String figure) {
        return new CoherenceReproductions()
                .reproductions().stream()
                        .filter(each -> each.figure().equals(figure))
                        .findFirst()
                        .orElseThrow();
    }
}
