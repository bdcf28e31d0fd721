package advsys.workbook.grading.sandbox.wire;

import java.io.IOException;

/// What came over the wire is no message.
public final class WireException extends IOException {
    private static final long serialVersionUID = 1;

    /// @param message what is wrong with it
    public WireException(String message) {
        super(message);
    }
}
