package advsys.workbook.rerun;

/// What is to be done when this process is told to end.
final class Hooks {
    private Hooks() {}

    /// Forgets `hook`, unless it is running already.
    static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // it runs, or has run
        }
    }
}
