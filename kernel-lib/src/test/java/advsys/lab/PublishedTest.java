package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublishedTest {
    private static final Path DATA = Path.of(System.getProperty("advsys.root", ".."), "data");

    /// Two threads at 40 and four at 10, ten trials each, alike to a per cent.
    private static Results run(String measure) {
        List<List<Object>> rows = new ArrayList<>();
        for (int threads : new int[] {2, 4}) {
            for (int trial = 0; trial < 10; trial++) {
                rows.add(List.of("McsLock", threads, trial, (long) trial, (threads == 2 ? 40 : 10) + trial / 100.0));
            }
        }
        MeasuredRows.End end = new MeasuredRows.End(null, rows.size(), rows.size(), false, false, List.of());
        return new Results(new ResultsData(
                Frame.of(List.of("lock", "threads", "trial", "seed", measure), rows),
                "lock",
                List.of("threads"),
                List.of(measure),
                List.of(),
                end,
                null));
    }

    @Test
    void all_figures_areUnderstoodAndSayWhereTheyComeFrom() {
        assertThat(Published.all())
                .filteredOn(figure -> figure.chapter().equals("03"))
                .hasSizeGreaterThanOrEqualTo(20);
        for (Figure figure : Published.all()) {
            assertThat(Expectation.of(figure)).as(figure.id()).isNotEmpty();
            assertThat(figure.kind()).as(figure.id()).isIn("exact", "ratio", "shape");
            assertThat(figure.source()).as(figure.id()).matches(".*\\b(19|20)\\d\\d\\b.*|.*JDK \\d+.*");
            assertThat(figure.status()).as(figure.id()).matches("(checked|reported as): .{5,}");
            assertThat(figure.reproducedBy()).as(figure.id()).matches("advsys\\..*|needs .*");
        }
    }

    @Test
    void of_unknownId_isRefusedWithTheNearest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Published.of("andersen.stampede"))
                .withMessageContaining("andersen.stampede")
                .withMessageContaining("anderson.stampede");
    }

    @Test
    void manifest_everyFileOfData_hasItsLineAndItsHash() throws IOException, NoSuchAlgorithmException {
        List<String> lines = Files.readAllLines(DATA.resolve("MANIFEST.tsv"));
        try (Stream<Path> files = Files.list(DATA)) {
            for (Path file :
                    files.filter(each -> !each.endsWith("MANIFEST.tsv")).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                assertThat(lines)
                        .as("sha256sum %s, into data/MANIFEST.tsv", file)
                        .anyMatch(line -> line.startsWith(file.getFileName() + "\t")
                                && line.contains("\t" + HexFormat.of().formatHex(hash) + "\t"));
            }
        }
    }

    @Test
    void judge_ratioOfTwoPlaces_isReproducedByTheWholeInterval() {
        String text = Chart.lines(run("acquisitionsPerMicrosecond"), "threads", "acquisitionsPerMicrosecond")
                .against(Published.of("he.preemption"))
                .shown()
                .text();
        assertThat(text)
                .contains("Published: Queue-based spin locks")
                .contains("Here: reproduced: McsLock at 2 over McsLock at 4 3.99");
    }

    @Test
    void judge_anotherMeasure_saysWhatTheFigureIsAbout() {
        String text = Chart.lines(run("jainIndex"), "threads", "jainIndex")
                .against(Published.of("he.preemption"))
                .shown()
                .text();
        assertThat(text).contains("cannot tell on these rows: it is about acquisitions per µs");
    }

    @Test
    void verdict_number_tellsReproducedFromShapeFromNeither() {
        Published hundred = Published.of("goetz.fair"); // 100, × 3
        assertThat(hundred.verdict(80, 70, 90)).isEqualTo("reproduced");
        assertThat(hundred.verdict(10, 9, 11)).isEqualTo("shape only");
        assertThat(hundred.verdict(0.5, 0.4, 0.6)).isEqualTo("not reproduced");
        assertThat(hundred.verdict(80, 1, 900)).isEqualTo("not distinguishable here");
        Published more = Published.of("jdk.fair"); // > 1
        assertThat(more.verdict(20, 15, 25)).isEqualTo("reproduced");
        assertThat(more.verdict(2, 0.9, 4)).isEqualTo("not distinguishable here");
        assertThat(more.verdict(0.5, 0.4, 0.6)).isEqualTo("not reproduced");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Published.of("anderson.stampede").verdict(1, 1, 1))
                .withMessageContaining("not about a single number");
    }

    @Test
    void missingOn_fewCores_saysHowManyItNeeds() {
        Figure figure = Published.of("boyd.collapse").figure();
        assertThat(figure.missingOn(HostCard.here()))
                .isEqualTo(
                        HostCard.here().cores() >= 48
                                ? ""
                                : "needs 48 cores; this host has "
                                        + HostCard.here().cores());
    }

    @Test
    void pooled_jvmsThatDiffer_widenTheInterval() {
        double[] low = {1, 1.01, 0.99, 1, 1.02, 0.98, 1, 1};
        double[] high = {3, 3.01, 2.99, 3, 3.02, 2.98, 3, 3};
        Pooled pooled = Pooled.of(List.of(low, low, high));
        assertThat(pooled.forks()).isEqualTo(3);
        assertThat(pooled.low()).isLessThanOrEqualTo(1);
        assertThat(pooled.high()).isGreaterThanOrEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> Pooled.of(List.of(new double[0])));
    }

    @Test
    void parse_wrongLine_isRefused() {
        assertThatIllegalStateException().isThrownBy(() -> Figures.parse("head\nonly one column"));
    }
}
