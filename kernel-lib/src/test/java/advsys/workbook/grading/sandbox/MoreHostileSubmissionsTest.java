package advsys.workbook.grading.sandbox;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The hostile submissions that are slow, or much like others.
@Tag("sandbox")
@Tag("long")
class MoreHostileSubmissionsTest {
    @TempDir
    private static Path folder;

    private static HostileBatch batch;

    @BeforeAll
    @Timeout(900)
    static void grade() throws Exception {
        batch = HostileBatch.grade("long", Integer.MAX_VALUE, folder);
    }

    @TestFactory
    Stream<DynamicTest> submission_whateverItTries_isStoppedByNameAndGetsNoMark() {
        return batch.tests();
    }
}
