package advsys.workbook.rerun;

/// What is said, once, when work is interrupted: by whoever hears of it first, the JVM that is told to end or the
/// thread that works. The other waits until it is said, or the JVM would end in the middle.
final class Farewell {
    private final Runnable words;
    private final Thread hook = Thread.ofPlatform().unstarted(this::say);
    private boolean said; // guarded by this

    Farewell(Runnable words) {
        this.words = words;
    }

    /// From now on it is said when the JVM is told to end.
    void expect() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// The work is done.
    void forget() {
        Hooks.remove(hook);
    }

    /// Says it, unless it has been said.
    synchronized void say() {
        if (!said) {
            said = true;
            words.run();
        }
    }
}
