package advsys.lab.show;

import advsys.lab.show.JavaTokens.Kind;
import advsys.lab.show.JavaTokens.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The declarations in Java source: types, methods and fields, each with its comments and annotations.
///
/// It reads what compiles. Source with unbalanced brackets gives the members up to the damage.
public final class JavaMembers {
    /// A declaration, from its first comment or annotation to its closing brace or semicolon.
    ///
    /// @param kind "type", "method" (or constructor), "field", "constant" of an enum, or "block" for an initialiser
    /// @param name as declared; empty for a block
    /// @param bodyStart the index behind the opening brace of a type's body, or the end
    public record Member(String kind, String name, int start, int bodyStart, int end) {}

    private final List<Token> tokens; // without white space and comments
    private final List<Integer> starts = new ArrayList<>(); // for each token: where the comments before it begin
    private int at;

    private JavaMembers(String source, int from, int to) {
        List<Token> code = new ArrayList<>();
        int comments = -1;
        int behind = from; // where the last token ends
        for (Token token : JavaTokens.of(source.substring(from, to))) {
            Token placed = new Token(token.kind(), token.start() + from, token.end() + from, token.text());
            switch (token.kind()) {
                case SPACE -> {}
                case COMMENT -> {
                    boolean trailing = !code.isEmpty() && source.indexOf('\n', behind) > placed.start();
                    comments = comments < 0 && !trailing ? placed.start() : comments;
                }
                default -> {
                    code.add(placed);
                    starts.add(comments < 0 ? placed.start() : comments);
                    comments = -1;
                    behind = placed.end();
                }
            }
        }
        tokens = code;
    }

    /// The declarations between `from` and `to`: those of a file, or of a type's body.
    public static List<Member> in(String source, int from, int to) {
        return new JavaMembers(source, from, to).members();
    }

    private List<Member> members() {
        List<Member> members = new ArrayList<>();
        while (at < tokens.size()) {
            Token first = tokens.get(at);
            if (first.is("}")) {
                break; // the end of the body
            } else if (first.is(";") || first.is(",")) {
                at++;
            } else {
                members.add(member());
            }
        }
        return members;
    }

    private Member member() {
        int first = at;
        boolean type = false;
        int angles = 0; // how deep in type arguments, where commas separate no members
        String name = "";
        for (; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.kind() == Kind.ANNOTATION) {
                skipArguments();
            } else if (!type && startsType(token)) {
                type = true;
                at++;
                name = at < tokens.size() ? tokens.get(at).text() : "";
            } else if (token.is("(") && !type) {
                return method(first, previousName());
            } else if (token.is("(")) {
                skipGroup(); // a record's components
            } else if (token.is("{")) {
                int body = token.end();
                int opening = at;
                skipGroup();
                return type
                        ? new Member("type", name, starts.get(first), body, end())
                        : block(first, opening > first ? tokens.get(opening - 1) : null);
            } else if (token.is("<") || token.is(">")) {
                angles += token.is("<") ? 1 : -1;
            } else if (token.is("=") || token.is(";") || token.is("}") || (token.is(",") && angles == 0 && !type)) {
                return field(first);
            }
        }
        return field(first);
    }

    private boolean startsType(Token token) {
        boolean word = token.is("class") || token.is("interface") || token.is("enum") || token.is("@interface");
        boolean named = at + 2 < tokens.size() && tokens.get(at + 1).kind() == Kind.NAME;
        boolean record = token.is("record")
                && named
                && (tokens.get(at + 2).is("(") || tokens.get(at + 2).is("<"));
        return word || record;
    }

    private String previousName() {
        int last = Math.min(at, tokens.size()) - 1; // damaged source may end within a member
        return last < 0 ? "" : tokens.get(last).text();
    }

    /// From the opening bracket of the parameters to the end of the body.
    private Member method(int first, String name) {
        boolean constant = at == first + 1; // no type before the name: a constructor, or a constant of an enum
        boolean listed = false; // the exceptions of a throws clause
        skipGroup();
        for (at++; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.is("{")) {
                skipGroup();
                constant = false;
                break;
            } else if (token.is(";") || token.is("}") || (token.is(",") && !listed)) {
                at -= token.is("}") ? 1 : 0;
                break;
            }
            listed |= token.is("throws");
        }
        int end = end();
        return new Member(constant ? "constant" : "method", name, starts.get(first), end, end);
    }

    /// An initialiser, or a record's compact constructor.
    private Member block(int first, @Nullable Token before) {
        String name = before != null && before.kind() == Kind.NAME ? before.text() : "";
        int end = end();
        return new Member(name.isEmpty() ? "block" : "method", name, starts.get(first), end, end);
    }

    private Member field(int first) {
        String name = previousName();
        for (; at < tokens.size() && !tokens.get(at).is(";") && !tokens.get(at).is("}"); at++) {
            skipGroup();
        }
        at -= at < tokens.size() && tokens.get(at).is("}") && at > first ? 1 : 0;
        int end = end();
        return new Member("field", name, starts.get(first), end, end);
    }

    /// Where the current token ends; moves behind it.
    private int end() {
        int last = Math.min(at, tokens.size() - 1);
        at = last + 1;
        return tokens.get(last).end();
    }

    private void skipArguments() {
        if (at + 1 < tokens.size() && tokens.get(at + 1).is("(")) {
            at++;
            skipGroup();
        }
    }

    /// Moves from an opening bracket to the closing one; stays where it is at anything else.
    private void skipGroup() {
        int depth = 0;
        for (; at < tokens.size(); at++) {
            switch (tokens.get(at).text()) {
                case "(", "{", "[" -> depth++;
                case ")", "}", "]" -> depth--;
                default -> {}
            }
            if (depth <= 0) {
                return;
            }
        }
    }
}
