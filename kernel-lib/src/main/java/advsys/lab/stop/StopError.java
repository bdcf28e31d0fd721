package advsys.lab.stop;

/// Thrown by a stop check in a thread whose [Scope] was stopped. An error of its own, so that neither `catch
/// (Exception)` in a reader's code nor a failed assertion is mistaken for it.
public final class StopError extends Error {
    private static final long serialVersionUID = 1;

    StopError(String scope) {
        super("stopped: " + scope);
    }
}
