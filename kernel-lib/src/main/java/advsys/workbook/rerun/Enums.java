package advsys.workbook.rerun;

import advsys.workbook.kernel.jshell.source.Lexer;
import advsys.workbook.kernel.jshell.source.Token;
import advsys.workbook.notebook.NotebookCell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The enumerations that a notebook's cells declare or import. Nothing is compiled or run.
final class Enums {
    private final List<NotebookCell> cells;

    /// @param cells the code cells, in order
    Enums(List<NotebookCell> cells) {
        this.cells = cells;
    }

    /// The type called `name`: an enumeration, or one that cannot be given.
    Type type(String name) {
        return declared(name)
                .or(() -> imported(name))
                .<Type>map(constants -> new Type.Constant(name, constants))
                .orElseGet(() -> Types.unknown(name));
    }

    private Optional<List<String>> declared(String name) {
        return cells.stream()
                .map(cell -> Lexer.tokens(cell.source()))
                .flatMap(tokens -> constants(tokens, name).stream())
                .findFirst();
    }

    private static Optional<List<String>> constants(List<Token> tokens, String name) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).is("enum") && tokens.get(i + 1).is(name)) {
                int at = i + 2;
                while (at < tokens.size() && !tokens.get(at).is("{")) {
                    at++;
                }
                return Optional.of(constantsFrom(tokens, at + 1));
            }
        }
        return Optional.empty();
    }

    /// A constant is the first word behind the opening brace or a comma that stands in no further brackets.
    private static List<String> constantsFrom(List<Token> tokens, int from) {
        List<String> constants = new ArrayList<>();
        int depth = 0;
        boolean wanted = true;
        for (int i = from; i < tokens.size() && depth >= 0; i++) {
            Token token = tokens.get(i);
            if (depth == 0 && token.is(";")) {
                break;
            }
            if (depth == 0 && wanted && token.isWord()) {
                constants.add(token.text());
                wanted = false;
            } else if (depth == 0 && token.is(",")) {
                wanted = true;
            } else if (token.is("(") || token.is("{")) {
                depth++;
            } else if (token.is(")") || token.is("}")) {
                depth--;
            }
        }
        return constants;
    }

    private Optional<List<String>> imported(String name) {
        return imports()
                .flatMap(imported -> {
                    if (imported.endsWith(".*")) {
                        return Stream.of(imported.substring(0, imported.length() - 1) + name);
                    }
                    return imported.endsWith("." + name) ? Stream.of(imported) : Stream.empty();
                })
                .flatMap(candidate -> constantsOf(candidate).stream())
                .findFirst();
    }

    private Stream<String> imports() {
        return cells.stream().flatMap(cell -> {
            List<Token> tokens = Lexer.tokens(cell.source());
            List<String> found = new ArrayList<>();
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.get(i).is("import")) {
                    StringBuilder path = new StringBuilder();
                    for (i++; i < tokens.size() && !tokens.get(i).is(";"); i++) {
                        path.append(tokens.get(i).text());
                    }
                    found.add(path.toString());
                }
            }
            return found.stream();
        });
    }

    private static Optional<List<String>> constantsOf(String className) {
        try {
            Class<?> type = Class.forName(className, false, Enums.class.getClassLoader());
            return type.isEnum()
                    ? Optional.of(Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .toList())
                    : Optional.empty();
        } catch (ClassNotFoundException | LinkageError none) {
            return Optional.empty();
        }
    }
}
