package advsys.workbook.rerun;

import java.util.ArrayList;
import java.util.List;

/// Texts as they are typed in a shell, and as they stand in Java.
final class Texts {
    private Texts() {}

    /// The parts between commas that stand in no quotes and no braces, without blanks around them.
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"') {
                quote = c;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    /// The content of a Java literal; a text without such quotes is its own content.
    static String unquoted(String text, char quote) {
        if (text.length() < 2 || text.charAt(0) != quote || text.charAt(text.length() - 1) != quote) {
            return text;
        }
        try {
            return text.substring(1, text.length() - 1).translateEscapes();
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("it holds an escape that Java does not know", unknown);
        }
    }

    /// What stands between the quotes of a Java literal.
    static String escaped(String text, char quote) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c == quote) {
                        out.append('\\').append(c);
                    } else if (c < ' ' || c == 0x7f) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }
}
