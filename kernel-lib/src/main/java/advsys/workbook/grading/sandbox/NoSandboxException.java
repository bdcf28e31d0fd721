package advsys.workbook.grading.sandbox;

import java.io.IOException;

/// This host offers no sandbox: says why, and what to do about it. Others' work is not run then.
public final class NoSandboxException extends IOException {
    private static final long serialVersionUID = 1;

    /// @param reason what is missing
    /// @param remedy how to get it
    public NoSandboxException(String reason, String remedy) {
        super("no sandbox here: " + reason + ". " + remedy
                + " Without a sandbox the work of others is not graded; a self-check of your own works everywhere.");
    }
}
