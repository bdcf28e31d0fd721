package advsys.workbook.kernel.jshell.help;

import advsys.workbook.kernel.Language.Candidate;
import advsys.workbook.kernel.jshell.source.Lexer;
import advsys.workbook.kernel.jshell.source.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The variables and parameters that half-written source declares before its end, and that can be seen there. JShell
/// suggests the members of any expression, but no local name.
///
/// It goes by tokens, because no parser takes half of a method: a word after a type, before what can follow a declared
/// name. What stands in parentheses belongs to the block after them, or to the statement when there is none.
final class Locals {
    private static final Set<String> AFTER_NAME = Set.of("=", ";", ":", ",", ")", "&&", "->");
    private static final Set<String> PRIMITIVE =
            Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double", "var");

    /// A block: what it declares, and how many parentheses are open in it.
    private static final class Block {
        final Map<String, Candidate> names = new LinkedHashMap<>();
        int parentheses;
    }

    private final List<Token> tokens;
    private final Deque<Block> blocks = new ArrayDeque<>(List.of(new Block())); // the innermost first
    private final Map<String, Candidate> inParentheses = new LinkedHashMap<>();

    private Locals(List<Token> tokens) {
        this.tokens = tokens;
    }

    /// What can be seen at the end of `source`, the innermost first.
    static Collection<Candidate> of(String source) {
        Locals locals = new Locals(Lexer.tokens(source));
        for (int i = 0; i < locals.tokens.size(); i++) {
            locals.take(i);
        }
        Map<String, Candidate> seen = new LinkedHashMap<>(locals.inParentheses);
        locals.blocks.forEach(block -> block.names.forEach(seen::putIfAbsent));
        return seen.values();
    }

    private void take(int i) {
        Token token = tokens.get(i);
        Block block = blocks.getFirst();
        if (token.isWord()) {
            if (isDeclared(i)) {
                declare(token.text(), typeBefore(i));
            }
            return;
        }
        switch (token.text()) {
            case "{" -> {
                Block inner = new Block();
                inner.names.putAll(inParentheses);
                inParentheses.clear();
                blocks.push(inner);
            }
            case "}" -> {
                if (blocks.size() > 1) {
                    blocks.pop();
                }
                inParentheses.clear();
            }
            case "(" -> block.parentheses++;
            case ")" -> block.parentheses--;
            case ";" -> {
                if (block.parentheses <= 0) {
                    inParentheses.clear();
                }
            }
            case "->" -> parameters(i);
            default -> {}
        }
    }

    private void declare(String name, String type) {
        Candidate candidate = new Candidate(name, "variable", type);
        if (blocks.getFirst().parentheses > 0 || type.isEmpty()) {
            inParentheses.put(name, candidate);
        } else {
            blocks.getFirst().names.put(name, candidate);
        }
    }

    private boolean isDeclared(int i) {
        return i > 0
                && i + 1 < tokens.size()
                && AFTER_NAME.contains(tokens.get(i + 1).text())
                && !isWordOfJava(tokens.get(i).text())
                && !typeBefore(i).isEmpty();
    }

    /// The type that ends before token `i`: `int`, `List<String>`, `long[]`; "" when there is none.
    private String typeBefore(int i) {
        int start = i;
        int open = 0;
        while (start > 0) {
            Token before = tokens.get(start - 1);
            boolean closes = before.is(">") || before.is("]") || before.is("...");
            open += before.is(">") || before.is("]") ? 1 : before.is("<") || before.is("[") ? -1 : 0;
            boolean isType = before.isWord()
                    && (!isWordOfJava(before.text()) || PRIMITIVE.contains(before.text()))
                    && (open > 0 || start == i || !tokens.get(start).isWord());
            if (open < 0 || !(closes || isType || before.is("<") || before.is("[") || (open > 0 && before.is(",")))) {
                break;
            }
            start--;
        }
        if (start == i || !tokens.get(start).isWord()) {
            return "";
        }
        List<String> words = new ArrayList<>();
        tokens.subList(start, i).forEach(token -> words.add(token.is(",") ? ", " : token.text()));
        return String.join("", words);
    }

    /// Of a lambda: `x ->` or `(x, y) ->`; their types nobody has written.
    private void parameters(int arrow) {
        int i = arrow - 1;
        if (i >= 0 && tokens.get(i).is(")")) {
            for (i--; i >= 0 && (tokens.get(i).isWord() || tokens.get(i).is(",")); i--) {
                if (tokens.get(i).isWord()
                        && !inParentheses.containsKey(tokens.get(i).text())) {
                    declare(tokens.get(i).text(), "");
                }
            }
        } else if (i >= 0
                && tokens.get(i).isWord()
                && !(i > 0 && tokens.get(i - 1).is("case"))) {
            declare(tokens.get(i).text(), "");
        }
    }

    private static boolean isWordOfJava(String word) {
        return javax.lang.model.SourceVersion.isKeyword(word) || word.equals("var") || word.equals("yield");
    }
}
