package advsys.workbook.kernel.wire;

/// Positions in text: code points on the wire, UTF-16 units in Java.
final class Characters {
    private Characters() {}

    /// The index in UTF-16 units of a position in code points. One outside the text becomes its nearer end.
    static int toIndex(String text, int codePoints) {
        if (codePoints <= 0) {
            return 0;
        }
        int all = text.codePointCount(0, text.length());
        return codePoints >= all ? text.length() : text.offsetByCodePoints(0, codePoints);
    }

    /// The position in code points of an index in UTF-16 units.
    static int toCodePoints(String text, int index) {
        return text.codePointCount(0, Math.clamp(index, 0, text.length()));
    }

    /// How many of the first `length` bytes form whole characters of UTF-8: at most three fewer, when the last
    /// character has begun and not ended. Malformed bytes count as whole.
    static int wholeCharacters(byte[] utf8, int length) {
        int from = Math.max(0, length - 3);
        for (int i = length - 1; i >= from; i--) {
            int lead = utf8[i] & 0xff;
            if (lead >= 0xc0) { // the first byte of a longer character
                int needs = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
                return lead < 0xf8 && length - i < needs ? i : length;
            }
            if (lead < 0x80) {
                return length; // plain ASCII: nothing is open
            }
        }
        return length;
    }
}
