package advsys.workbook.grading.sandbox;

/// What an agent died of, by its exit status and its last words. Last words can be a student's: they choose
/// among reasons, all of which cost the same.
final class Death {
    private static final int OUT_OF_MEMORY = 3; // -XX:+ExitOnOutOfMemoryError
    private static final int SIGNAL = 128;
    private static final int SIGKILL = 9;
    private static final int SIGXCPU = 24;

    private Death() {}

    static Observed of(int status, String said) {
        if (status == SIGNAL + SIGXCPU || status == SIGNAL + SIGKILL) {
            return new Observed.Refused(Limit.CPU, "its processors' time was used up");
        }
        if (said.contains("unable to create native thread") || said.contains("Cannot create worker")) {
            return new Observed.Refused(Limit.PROCESSES, "it started more threads than it may");
        }
        if (status == OUT_OF_MEMORY || said.contains("OutOfMemoryError") || said.contains("insufficient memory")) {
            return new Observed.Refused(Limit.MEMORY, "it used more memory than it may");
        }
        return new Observed.Ended("its process ended with status " + status + " before it had answered");
    }
}
