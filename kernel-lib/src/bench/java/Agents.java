import advsys.workbook.grading.sandbox.Limits;
import advsys.workbook.grading.sandbox.Sandbox;
import advsys.workbook.grading.sandbox.Student;
import java.util.ArrayList;
import java.util.List;

/// How long it takes until an agent is up in its sandbox and answers: cold, and from the warm pool. Prints seconds as
/// JSON. A pool is asked when its agents are up, as it is between two submissions.
class Agents {
    private static final int WARM = 2;
    private static final int SETTLE_MILLIS = 2500;

    void main(String[] arguments) throws Exception {
        int repeats = List.of(arguments).contains("--quick") ? 5 : 15;
        List<Double> cold = new ArrayList<>();
        try (Sandbox sandbox = Sandbox.open(new Limits(), 0)) {
            up(sandbox); // the first start of a JVM reads the files
            for (int i = 0; i < repeats; i++) {
                cold.add(up(sandbox));
            }
        }
        List<Double> warm = new ArrayList<>();
        try (Sandbox sandbox = Sandbox.open(new Limits(), WARM)) {
            for (int i = 0; i < repeats; i++) {
                Thread.sleep(SETTLE_MILLIS);
                warm.add(up(sandbox));
            }
        }
        System.out.println("[{\"cold\": " + cold + ", \"warm\": " + warm + "}]");
    }

    /// From the wish for an agent to one that is ready for a submission's cells.
    private static double up(Sandbox sandbox) throws Exception {
        long began = System.nanoTime();
        try (Student student = sandbox.student(List.of())) {
            student.load();
            return (System.nanoTime() - began) / 1e9;
        }
    }
}
