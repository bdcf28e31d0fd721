package advsys.workbook.rerun;

/// The colours in error messages.
final class Ansi {
    private Ansi() {}

    /// `text` without them.
    static String stripped(String text) {
        return text.replaceAll("\u001b\\[[0-9;]*[A-Za-z]", "");
    }
}
