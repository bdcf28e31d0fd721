package advsys.workbook.kernel.jshell;

import advsys.workbook.kernel.jshell.source.Lexer;
import advsys.workbook.kernel.jshell.source.Token;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.Snippet;

/// Imports what [StartUp] promises when source first mentions it.
final class DefaultImports {
    private static final Set<String> TYPE_WORDS = Set.of("class", "interface", "enum", "record");

    /// The static methods of [Notebook].
    static final Set<String> STATICS = Stream.of(Notebook.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(Method::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final Engine engine;
    private final Set<String> settled =
            new HashSet<>(); // names that were imported, or are nothing; guarded by the engine

    DefaultImports(Engine engine) {
        this.engine = engine;
    }

    /// Imports what `code` mentions. A name that the source declares is the reader's own, and gives way.
    void provide(String code) {
        engine.ask(shell -> {
            List<Token> tokens = Lexer.tokens(code);
            Set<String> declared = declaredTypes(tokens);
            declared.forEach(this::giveWay);
            Set<String> importing = importedPackages(tokens);
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                if (token.isWord()
                        && (i == 0 || !tokens.get(i - 1).is("."))
                        && !declared.contains(token.text())
                        && importing.stream().noneMatch(name -> exists(name + "." + token.text()))
                        && settled.add(token.text())) {
                    provideName(token.text());
                }
            }
            return tokens;
        });
    }

    private void provideName(String name) {
        if (STATICS.contains(name)) {
            engine.declare("import static " + Notebook.class.getName() + "." + name + ";");
        } else if (name.equals(Output.class.getSimpleName()) && !isReaders(name)) {
            engine.declare("import " + Output.class.getName() + ";");
        } else if (Character.isUpperCase(name.charAt(0))) {
            find(name).filter(found -> !isReaders(name)).ifPresent(type -> engine.declare("import " + type + ";"));
        }
    }

    /// The class of this simple name in one of the packages.
    static Optional<String> find(String simpleName) {
        return StartUp.PACKAGES.stream()
                .map(name -> name + "." + simpleName)
                .filter(DefaultImports::isPublicType)
                .findFirst();
    }

    private static boolean isPublicType(String name) {
        try {
            return Modifier.isPublic(Class.forName(name, false, ClassLoader.getPlatformClassLoader())
                    .getModifiers());
        } catch (ClassNotFoundException | LinkageError none) {
            return false;
        }
    }

    /// True when the reader has declared or imported something of this name.
    private boolean isReaders(String name) {
        return engine.ask(shell -> shell.types().anyMatch(type -> type.name().equals(name))
                || shell.imports().filter(found -> !found.isStatic()).anyMatch(found -> provides(found, name)));
    }

    private boolean provides(ImportSnippet found, String name) {
        if (found.subKind() == Snippet.SubKind.SINGLE_TYPE_IMPORT_SUBKIND) {
            return found.name().equals(name);
        }
        if (found.subKind() != Snippet.SubKind.TYPE_IMPORT_ON_DEMAND_SUBKIND) {
            return false;
        }
        return exists(found.fullname().replace("*", name));
    }

    private boolean exists(String type) {
        try {
            return Class.forName(type, false, engine.classes().loader()) != null;
        } catch (ClassNotFoundException | LinkageError none) {
            return false;
        }
    }

    /// Drops our import of a name that the reader is about to declare: the two would clash.
    private void giveWay(String name) {
        settled.remove(name);
        engine.ask(shell -> {
            shell.imports()
                    .filter(found -> found.name().equals(name) && engine.origin(found) != null)
                    .filter(found -> isOurs(found.fullname()))
                    .toList()
                    .forEach(shell::drop);
            return name;
        });
        settled.add(name);
    }

    private static boolean isOurs(String fullName) {
        return fullName.equals(Output.class.getName())
                || StartUp.PACKAGES.contains(fullName.substring(0, Math.max(0, fullName.lastIndexOf('.'))));
    }

    /// The packages that the source itself imports whole: what they have of a name wins.
    private static Set<String> importedPackages(List<Token> tokens) {
        Set<String> packages = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("import")) {
                StringBuilder name = new StringBuilder();
                for (i++;
                        i < tokens.size()
                                && !tokens.get(i).is(";")
                                && !tokens.get(i).is("*");
                        i++) {
                    name.append(tokens.get(i).text());
                }
                if (i < tokens.size() && tokens.get(i).is("*")) {
                    packages.add(name.substring(0, Math.max(0, name.length() - 1)));
                }
            }
        }
        return packages;
    }

    private static Set<String> declaredTypes(List<Token> tokens) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (TYPE_WORDS.contains(tokens.get(i).text()) && tokens.get(i + 1).isWord()) {
                names.add(tokens.get(i + 1).text());
            }
        }
        return names;
    }
}
