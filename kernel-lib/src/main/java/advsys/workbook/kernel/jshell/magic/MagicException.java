package advsys.workbook.kernel.jshell.magic;

/// Says why a magic was not done, and what to do about it.
public final class MagicException extends Exception {
    private static final long serialVersionUID = 1;

    public MagicException(String message) {
        super(message);
    }
}
