package advsys.workbook.grading.sandbox;

import java.io.IOException;
import org.junit.jupiter.api.Assumptions;

/// A sandbox for tests. Where there can be none the test is skipped with the reason, which counts as a failure in CI.
final class SandboxHere {
    private SandboxHere() {}

    static Sandbox open(Limits limits, int warm) throws IOException, InterruptedException {
        try {
            return Sandbox.open(limits, warm);
        } catch (NoSandboxException none) {
            return Assumptions.abort(none.getMessage());
        }
    }
}
