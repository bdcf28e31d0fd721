package advsys.workbook.kernel.wire;

/// Something from outside is not what the protocol says. The message completes "…: ", and names the field.
final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
        super(message);
    }
}
