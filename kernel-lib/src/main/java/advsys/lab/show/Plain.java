package advsys.lab.show;

/// Text from outside, made harmless for one line of plain text or a label in a picture.
public final class Plain {
    private Plain() {}

    /// The text on one line: control characters, line breaks and marks that turn the direction of writing become
    /// spaces or vanish, and what is longer than `limit` characters is cut with an ellipsis.
    public static String line(String text, int limit) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), limit));
        int shown = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (turnsDirection(character)) {
                continue;
            }
            if (shown == limit - 1 && i < text.length()) {
                return line.append('…').toString();
            }
            line.appendCodePoint(visible(character));
            shown++;
        }
        return line.toString();
    }

    private static int visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.SURROGATE -> '\uFFFD'; // half a character
            default -> character;
        };
    }

    /// Overrides and isolates (U+202A…E, U+2066…9) would turn the text behind them as well.
    private static boolean turnsDirection(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }

    /// How many columns of a fixed-width font the text takes: wide characters two, combining ones none.
    public static int width(String text) {
        return text.codePoints().map(Plain::columns).sum();
    }

    private static int columns(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = (character >= 0x1100 && character <= 0x115F) // Hangul
                || (character >= 0x2E80 && character <= 0xA4CF) // CJK
                || (character >= 0xAC00 && character <= 0xD7A3)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0xFE30 && character <= 0xFE6F)
                || (character >= 0xFF00 && character <= 0xFF60)
                || (character >= 0x1F300 && character <= 0x1FAFF) // pictures
                || (character >= 0x20000 && character <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
