package advsys.workbook.kernel.jshell.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A record with its constructors as accessible as JShell makes the record.
///
/// JShell compiles every type of a cell as a public one, and Java refuses a canonical constructor that is less
/// accessible than its record: `record Range(int low, int high) { Range { … } }`, right in any program, would not
/// compile. So constructors get the word `public` in front, and positions are told back.
///
/// @param text the snippet as it is compiled
/// @param inserted where [#PUBLIC] was put in front, as positions of the snippet as it was written, in order
public record CanonicalConstructor(String text, List<Integer> inserted) {
    static final String PUBLIC = "public ";

    private static final Set<String> ACCESS = Set.of("public", "private");

    /// `snippet` with its constructors made public, if it is a record.
    public static CanonicalConstructor open(String snippet) {
        List<Integer> inserted = new ArrayList<>();
        StringBuilder text = new StringBuilder(snippet);
        if (snippet.contains("record")) {
            List<Token> tokens = Lexer.tokens(snippet);
            int at = Modifiers.end(tokens, 0);
            if (SnippetKind.isRecord(tokens, at)) {
                String name = tokens.get(at + 1).text();
                members(tokens, at).forEach(member -> open(tokens, member, name, text, inserted));
            }
        }
        for (int place : inserted.reversed()) {
            text.insert(place, PUBLIC);
        }
        return new CanonicalConstructor(text.toString(), List.copyOf(inserted));
    }

    /// Where the members of the type that begins at token `from` begin.
    private static List<Integer> members(List<Token> tokens, int from) {
        List<Integer> starts = new ArrayList<>();
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("{") || token.is("(") ? 1 : token.is("}") || token.is(")") ? -1 : 0;
            if (depth == 1 && (token.is("{") || token.is("}") || token.is(";"))) {
                starts.add(i + 1);
            }
        }
        return starts;
    }

    private static void open(List<Token> tokens, int member, String name, StringBuilder text, List<Integer> inserted) {
        int end = Modifiers.end(tokens, member);
        int at = afterTypeParameters(tokens, end);
        boolean constructor = at + 1 < tokens.size()
                && tokens.get(at).is(name)
                && (tokens.get(at + 1).is("{") || tokens.get(at + 1).is("("));
        List<Token> modifiers = tokens.subList(member, end);
        if (!constructor || modifiers.stream().anyMatch(word -> ACCESS.contains(word.text()))) {
            return;
        }
        for (Token word : modifiers) {
            if (word.is("protected")) {
                text.replace(word.start(), word.end(), "public   "); // of the same length
                return;
            }
        }
        inserted.add(tokens.get(end).start());
    }

    private static int afterTypeParameters(List<Token> tokens, int from) {
        int at = from;
        int depth = 0;
        while (at < tokens.size() && (depth > 0 || tokens.get(at).is("<"))) {
            depth += tokens.get(at).is("<") ? 1 : tokens.get(at).is(">") ? -1 : 0;
            at++;
        }
        return at;
    }

    /// The position in the snippet as it was written of `position` in [#text].
    public static long written(List<Integer> inserted, long position) {
        long written = position;
        for (int place : inserted) {
            if (written > place) {
                written = Math.max(place, written - PUBLIC.length());
            }
        }
        return written;
    }

    /// The snippet as it was written, out of [#text].
    public static String written(List<Integer> inserted, String text) {
        StringBuilder written = new StringBuilder(text);
        for (int place : inserted) {
            written.delete(place, place + PUBLIC.length());
        }
        return written.toString();
    }
}
