package advsys.lab.show;

/// Escaped HTML, for notebooks that trust nothing.
public final class Html {
    /// Greys of this kind read on white and on black; text itself keeps the reader's colour.
    static final String FAINT = "rgba(128,128,128,0.45)";

    /// A ground that stands out a little, on white and on black.
    static final String MARK = "rgba(230,159,0,0.22)";

    private Html() {}

    /// The text as HTML text or a quoted attribute's value. Dollars and backslashes stand in elements of their own,
    /// because notebooks look for mathematics between them; what is not a character becomes U+FFFD.
    public static String text(String text) {
        return escape(text, true);
    }

    /// The text for use within an attribute: no elements.
    public static String attribute(String text) {
        return escape(text, false);
    }

    /// A paragraph of small print.
    public static String note(String text) {
        return "<div style=\"margin:2px 0;opacity:0.8;font-size:90%;white-space:pre-wrap\">" + text(text) + "</div>";
    }

    private static String escape(String text, boolean mathematics) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            switch (character) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                case '$', '\\' -> {
                    if (mathematics) {
                        html.append("<span>").appendCodePoint(character).append("</span>");
                    } else {
                        html.append("&#").append(character).append(';');
                    }
                }
                case '\n', '\t' -> html.append((char) character);
                default -> html.appendCodePoint(allowed(character) ? character : 0xFFFD);
            }
        }
        return html.toString();
    }

    private static boolean allowed(int character) {
        return character >= 0x20
                && (character < 0x7F || character > 0x9F)
                && (character < 0xD800 || character > 0xDFFF)
                && (character & 0xFFFE) != 0xFFFE;
    }
}
