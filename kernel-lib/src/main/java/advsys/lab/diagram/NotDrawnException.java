package advsys.lab.diagram;

import org.jspecify.annotations.Nullable;

/// PlantUML did not draw; the message says why, and what to do.
public final class NotDrawnException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotDrawnException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    NotDrawnException(String reason) {
        super(reason);
    }
}
