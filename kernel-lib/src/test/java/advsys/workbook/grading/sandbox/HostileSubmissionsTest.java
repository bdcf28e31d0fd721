package advsys.workbook.grading.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Hostile submissions, graded as a batch: no marks, nothing reached, and the batch goes on.
@Tag("sandbox")
class HostileSubmissionsTest {
    @TempDir
    private static Path folder;

    private static HostileBatch batch;

    @BeforeAll
    @Timeout(900)
    static void grade() throws Exception {
        batch = HostileBatch.grade("default", 12, folder);
    }

    @TestFactory
    Stream<DynamicTest> submission_whateverItTries_isStoppedByNameAndGetsNoMark() {
        return batch.tests();
    }

    @Test
    void honestWork_amongHostile_keepsItsMarks() {
        assertThat(batch.honest()).hasSizeGreaterThanOrEqualTo(3).allMatch(Verdict::holds);
    }

    @Test
    void network_ofTheGradersMachine_isNotReached() {
        assertThat(batch.calls()).isZero();
    }

    @Test
    void table_byName_hasThirtySubmissionsAndMore() throws IOException {
        assertThat(Hostile.all()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(Hostile.all()).extracting(Hostile::name).doesNotHaveDuplicates();
    }
}
