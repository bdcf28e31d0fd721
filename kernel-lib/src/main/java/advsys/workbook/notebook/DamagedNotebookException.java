package advsys.workbook.notebook;

import java.io.IOException;
import java.nio.file.Path;

/// A file that is no notebook of nbformat 4.5. The message names the file, what is wrong with it, and the remedy.
public final class DamagedNotebookException extends IOException {
    private static final long serialVersionUID = 1;

    private final String reason;
    private final String remedy;

    DamagedNotebookException(Path file, String reason, String remedy) {
        super(file + ": " + reason + ". " + remedy);
        this.reason = reason;
        this.remedy = remedy;
    }

    /// What is wrong, without the file's name.
    public String reason() {
        return reason;
    }

    /// What to do about it.
    public String remedy() {
        return remedy;
    }
}
