package advsys.workbook.kernel.jshell;

import advsys.workbook.kernel.jshell.help.Knowledge;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.ImportSnippet;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.TypeDeclSnippet;
import org.jspecify.annotations.Nullable;

/// What completion and inspection may know of a session.
final class SessionKnowledge implements Knowledge {
    private final Session session;

    SessionKnowledge(Session session) {
        this.session = session;
    }

    @Override
    public List<Name> names() {
        return session.engine().ask(shell -> {
            List<Name> names = new ArrayList<>();
            shell.variables()
                    .filter(variable -> !variable.name().startsWith("$"))
                    .forEach(found -> names.add(name(found, found.name(), "variable", found.typeName())));
            shell.methods().forEach(found -> names.add(method(found)));
            shell.types().forEach(found -> names.add(type(found)));
            return names;
        });
    }

    private Name method(MethodSnippet found) {
        int end = found.signature().lastIndexOf(')') + 1;
        String result = found.signature().substring(end);
        return name(found, found.name(), "method", found.signature().substring(0, end) + " " + result);
    }

    private Name type(TypeDeclSnippet found) {
        String kind = found.subKind().name().replace("_SUBKIND", "").toLowerCase(Locale.ROOT);
        return name(found, found.name(), kind, "");
    }

    private Name name(Snippet snippet, String name, String kind, String type) {
        Origin origin = session.engine().origin(snippet);
        String source = origin == null ? snippet.source() : origin.written(snippet.source());
        return new Name(name, kind, type, session.variables().cell(snippet), source);
    }

    @Override
    public Optional<Class<?>> type(String name) {
        Optional<String> own = session.engine().ask(shell -> session.engine().analyse(analysis -> own(name, analysis)));
        if (own.isPresent()) {
            return load(own.get());
        }
        if (name.contains(".")) {
            return load(name).or(() -> nested(name));
        }
        List<String> candidates = new ArrayList<>();
        session.engine().ask(shell -> {
            shell.imports().filter(found -> !found.isStatic()).forEach(found -> candidates.add(imported(found, name)));
            return candidates;
        });
        candidates.add("java.lang." + name);
        DefaultImports.find(name).ifPresent(candidates::add);
        return candidates.stream()
                .flatMap(candidate -> load(candidate).stream())
                .findFirst();
    }

    private Optional<Class<?>> nested(String name) {
        int dot = name.lastIndexOf('.');
        return type(name.substring(0, dot)).flatMap(outer -> load(outer.getName() + "$" + name.substring(dot + 1)));
    }

    private static String imported(ImportSnippet found, String name) {
        if (found.fullname().endsWith("*")) {
            return found.fullname().replace("*", name);
        }
        return found.name().equals(name) ? found.fullname() : "java.lang." + name;
    }

    private Optional<String> own(String name, SourceCodeAnalysis analysis) {
        return session.engine()
                .ask(shell -> shell.types()
                        .filter(type -> type.name().equals(name))
                        .findFirst()
                        .map(type -> analysis.wrapper(type).fullClassName() + "$" + name));
    }

    private Optional<Class<?>> load(String name) {
        try {
            return Optional.of(
                    Class.forName(name, false, session.engine().classes().loader()));
        } catch (ClassNotFoundException | LinkageError none) {
            return Optional.empty();
        }
    }

    @Override
    public String value(String name) {
        return session.variables()
                .named(name)
                .map(variable -> brief(session.variables().value(variable)))
                .orElse("");
    }

    /// Only the JDK's own simple values: anything else would run code of the reader's, which may hang.
    private static String brief(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Number number when number.getClass().getName().startsWith("java.lang.") -> number.toString();
            case Boolean truth -> truth.toString();
            case Character character -> "'" + character + "'";
            case String text -> "\"" + (text.length() > 60 ? text.substring(0, 59) + "…" : text) + "\"";
            case Collection<?> some
            when some.getClass().getName().startsWith("java.util.") -> "(" + some.size() + " elements)";
            case Map<?, ?> map when map.getClass().getName().startsWith("java.util.") -> "(" + map.size() + " entries)";
            default -> value.getClass().isArray() ? "(" + Array.getLength(value) + " elements)" : "";
        };
    }

    @Override
    public List<String> importedNames(String prefix) {
        return session.classIndex().base(StartUp.PACKAGES, prefix);
    }

    @Override
    public List<String> statics() {
        return List.copyOf(DefaultImports.STATICS);
    }
}
