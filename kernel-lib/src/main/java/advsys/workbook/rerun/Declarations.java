package advsys.workbook.rerun;

import advsys.workbook.kernel.jshell.source.Lexer;
import advsys.workbook.kernel.jshell.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Reads the declarations of a cell: `int holdNanos = 0;  // work inside`. A comment belongs to the declarations that
/// end on its line. Statements that declare nothing are passed over.
final class Declarations {
    private static final Set<String> MODIFIERS = Set.of("final", "static", "public", "private", "protected");

    private final String source;
    private final Function<String, Type> types;
    private final List<Token> tokens;
    private final List<Parameter> found = new ArrayList<>();
    private int at;

    /// @param types the type of a name that is none of Java's own
    Declarations(String source, Function<String, Type> types) {
        this.source = source;
        this.types = types;
        this.tokens = Lexer.tokens(source);
    }

    List<Parameter> read() {
        while (at < tokens.size()) {
            int end = endOf(at, ";");
            statement(end);
            at = end + 1;
        }
        return List.copyOf(found);
    }

    /// Where `mark` stands outside all brackets, from `from` on; the end when it does not.
    private int endOf(int from, String mark) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("(") || token.is("{") || token.is("[")) {
                depth++;
            } else if (token.is(")") || token.is("}") || token.is("]")) {
                depth--;
            } else if (depth == 0 && token.is(mark)) {
                return i;
            }
        }
        return tokens.size();
    }

    private void statement(int end) {
        while (at < end && MODIFIERS.contains(tokens.get(at).text())) {
            at++;
        }
        int equals = endOf(at, "=");
        if (equals >= end || equals - at < 2) {
            return;
        }
        StringBuilder type = new StringBuilder();
        while (at < equals && !(tokens.get(at).isWord() && isName(at, equals))) {
            type.append(tokens.get(at++).text());
        }
        while (at < end) {
            int comma = Math.min(endOf(at, ","), end);
            int sign = endOf(at, "=");
            if (sign < comma && sign + 1 < comma) {
                String brackets = text(at + 1, sign).replaceAll("\\s", "");
                add(type + brackets, tokens.get(at).text(), sign + 1, comma, end);
            }
            at = comma + 1;
        }
    }

    /// A name is followed by nothing but brackets up to the equals sign.
    private boolean isName(int index, int equals) {
        for (int i = index + 1; i < equals; i++) {
            if (!tokens.get(i).is("[") && !tokens.get(i).is("]")) {
                return false;
            }
        }
        return index > 0 && !tokens.get(index - 1).is(".");
    }

    private void add(String declared, String name, int from, int to, int end) {
        String initial = text(from, to);
        String comment = commentBehind(end < tokens.size() ? tokens.get(end).end() : source.length());
        Type type = Types.of(declared, tokens.subList(from, to), types);
        found.add(new Parameter(name, type, initial, Quantity.of(name, comment), Range.of(comment), comment));
    }

    private String text(int from, int to) {
        return from >= to
                ? ""
                : source.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    private String commentBehind(int position) {
        int lineEnd = source.indexOf('\n', position);
        String rest = source.substring(position, lineEnd < 0 ? source.length() : lineEnd);
        int slashes = rest.indexOf("//");
        return slashes < 0 ? "" : rest.substring(slashes + 2).strip();
    }
}
