package advsys.lab.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts Java source into tokens. Never fails: what is not Java becomes a token all the same, and the tokens' texts,
/// joined, are the source.
///
/// - **Cost** linear in the source.
/// - **Source** The Java Language Specification, Java SE 25 Edition, chapter 3.
public final class JavaTokens {
    /// What a token is, as far as colours and the search for declarations need to know.
    public enum Kind {
        SPACE,
        COMMENT,
        STRING,
        NUMBER,
        KEYWORD,
        ANNOTATION,
        NAME,
        SIGN
    }

    /// A piece of the source.
    public record Token(Kind kind, int start, int end, String text) {
        boolean is(String sign) {
            return text.equals(sign);
        }
    }

    private static final Set<String> KEYWORDS = Set.of(
            ("abstract assert boolean break byte case catch char class const continue default do double else enum extends"
                            + " final finally float for goto if implements import instanceof int interface long native"
                            + " new package private protected public return short static strictfp super switch"
                            + " synchronized this throw throws transient try void volatile while true false null var"
                            + " record sealed permits yield")
                    .split(" "));

    private final String source;
    private int at;

    private JavaTokens(String source) {
        this.source = source;
    }

    /// The tokens of `source`, white space and comments included.
    public static List<Token> of(String source) {
        JavaTokens tokens = new JavaTokens(source);
        List<Token> all = new ArrayList<>();
        while (tokens.at < source.length()) {
            all.add(tokens.next());
        }
        return all;
    }

    private Token next() {
        int start = at;
        Kind kind = scan();
        String text = source.substring(start, at);
        if (kind == Kind.NAME && KEYWORDS.contains(text)) {
            kind = Kind.KEYWORD;
        }
        return new Token(kind, start, at, text);
    }

    private Kind scan() {
        char first = source.charAt(at);
        if (Character.isWhitespace(first)) {
            advance(Character::isWhitespace);
            return Kind.SPACE;
        }
        if (source.startsWith("//", at)) {
            advance(c -> c != '\n');
            return Kind.COMMENT;
        }
        if (source.startsWith("/*", at)) {
            upTo("*/", at + 2);
            return Kind.COMMENT;
        }
        if (source.startsWith("\"\"\"", at)) {
            textBlock();
            return Kind.STRING;
        }
        if (first == '"' || first == '\'') {
            quoted(first);
            return Kind.STRING;
        }
        if (Character.isDigit(first)) {
            advance(c -> Character.isLetterOrDigit(c) || c == '.' || c == '_');
            return Kind.NUMBER;
        }
        if (first == '@' && at + 1 < source.length() && Character.isJavaIdentifierStart(source.charAt(at + 1))) {
            at++;
            advance(c -> Character.isJavaIdentifierPart(c) || c == '.');
            return source.startsWith("@interface", at - 10) ? Kind.KEYWORD : Kind.ANNOTATION;
        }
        if (Character.isJavaIdentifierStart(first)) {
            advance(Character::isJavaIdentifierPart);
            return Kind.NAME;
        }
        at++;
        return Kind.SIGN;
    }

    private interface Test {
        boolean of(char c);
    }

    private void advance(Test more) {
        do {
            at++;
        } while (at < source.length() && more.of(source.charAt(at)));
    }

    private void upTo(String end, int from) {
        int found = source.indexOf(end, from);
        at = found < 0 ? source.length() : found + end.length();
    }

    private void textBlock() {
        int end = source.indexOf("\"\"\"", at + 3);
        while (end > 0 && source.charAt(end - 1) == '\\') {
            end = source.indexOf("\"\"\"", end + 1);
        }
        at = end < 0 ? source.length() : end + 3;
    }

    private void quoted(char quote) {
        for (at++; at < source.length() && source.charAt(at) != '\n'; at++) {
            if (source.charAt(at) == '\\') {
                at++;
            } else if (source.charAt(at) == quote) {
                at++;
                return;
            }
        }
        at = Math.min(at, source.length());
    }
}
