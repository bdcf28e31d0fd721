package advsys.workbook.kernel.jshell.fault;

import advsys.lab.show.Spelling;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Advice for what goes wrong most often.
///
/// @param known every name of the notebook: variables, methods and classes of cells, imported classes
/// @param imported simple names of classes that need no import, asked for only when they are needed
/// @param classes fully qualified names of the classes with a simple name, wherever the class path has them
/// @param membersOf names of the public members of a class
/// @param resets why a variable that a cell declares is not there any more, and what to do
public record Hints(
        Set<String> known,
        Supplier<Set<String>> imported,
        Function<String, List<String>> classes,
        Function<String, Set<String>> membersOf,
        Function<String, Optional<String>> resets) {
    private static final int FARTHEST = 2;
    private static final Pattern LOCATION = Pattern.compile("(?:.* of type |class |interface )([\\w.$]+).*");
    private static final Pattern CURVED = Pattern.compile("[\u2018-\u201f\u00ab\u00bb]");
    private static final Pattern FOR = Pattern.compile("\\bfor\\s*\\([^()]*$");
    private static final Pattern WORD = Pattern.compile("package ([\\w.]+) .*");
    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "char", "double", "float", "int", "long", "short", "void");
    private static final Set<String> PRINTING = Set.of("print", "println", "printf");

    /// What to do about `problem`, found in `source`.
    Optional<String> about(Problem problem, String source) {
        if (problem.is("cant.resolve") || problem.code().equals(Problem.UNRESOLVED)) {
            return aboutName(problem, source);
        }
        if (problem.headline().equals("';' expected")) {
            return Optional.of(
                    FOR.matcher(source.substring(0, Math.clamp(problem.position(), 0, source.length())))
                                    .find()
                            ? "the three parts of a for stand between semicolons"
                            : "end the statement with ;");
        }
        if (problem.is("sealed.class.must.have.subclasses")) {
            return Optional.of(
                    "declarations of a cell are compiled one by one: name the subclasses, sealed … permits …");
        }
        if (problem.is("unreported.exception")) {
            return Optional.of("a cell may throw, but a lambda or a method in it may not: catch the exception there, "
                    + "or declare it with throws");
        }
        if (problem.is("prob.found.req") && problem.message().contains("lossy")) {
            return Optional.of("if that is meant, say so with a cast: (" + lastWord(problem.headline()) + ") …");
        }
        if (problem.is("ref.ambiguous")) {
            return Optional.of("import the one that is meant by its full name");
        }
        if (problem.is("doesnt.exist")) {
            String name = WORD.matcher(problem.headline()).replaceAll("$1");
            Optional<String> type =
                    Character.isUpperCase(name.charAt(0)) ? nearest(imported.get(), name) : Optional.empty();
            return type.map(Hints::meant)
                    .or(() -> Optional.of("look for a typing error; a jar that is missing comes with %jars or %maven"));
        }
        if (problem.is("illegal.start") && below(problem.start(), source).startsWith("package ")) {
            return Optional.of("a cell belongs to no package: leave the line with package out");
        }
        if (problem.is("illegal.char")
                && CURVED.matcher(below(problem.start(), source)).lookingAt()) {
            return Optional.of("these are a text's curved quotes: type the straight ones, \" and '");
        }
        if (problem.is("premature.eof") || problem.is("illegal.start")) {
            return bracket(source);
        }
        if (problem.code().equals("jdk.eval.error.object.method")) {
            return Optional.of("a cell's method cannot have the name of one of Object's: give it another name, or put "
                    + "it into a class");
        }
        return Optional.empty();
    }

    private Optional<String> aboutName(Problem problem, String source) {
        String name = PlainWords.name(problem);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> reset = resets.apply(name);
        if (reset.isPresent()) {
            return reset;
        }
        String below = below(problem.end(), source);
        if (below.matches("(?s).*\\b(?:class|interface|record|enum)\\s+" + name + "\\b.*")) {
            return Optional.of(name + " is declared further down in this cell: move it up");
        }
        boolean method = PlainWords.symbol(problem).startsWith("method ");
        List<String> found = method ? List.of() : classes.apply(name);
        if (!found.isEmpty()) {
            return Optional.of("add   import " + found.getFirst() + ";"
                    + (found.size() == 1 ? "" : "   (or " + String.join(", ", found.subList(1, found.size())) + ")"));
        }
        if (method && PRINTING.stream().anyMatch(print -> Spelling.distance(print, name) <= 1)) {
            return Optional.of(
                    "to print, write System.out." + nearest(PRINTING, name).orElseThrow() + "(…)");
        }
        boolean isType = PlainWords.symbol(problem).startsWith("class ");
        boolean mayBeType = isType || Character.isUpperCase(name.charAt(0));
        Optional<String> type = isType ? nearest(PRIMITIVES, name) : Optional.empty();
        return type.or(() -> nearest(known, name))
                .or(() -> mayBeType ? nearest(imported.get(), name) : Optional.empty())
                .or(() -> members(problem).flatMap(members -> nearest(members, name)))
                .map(Hints::meant);
    }

    private static String meant(String candidate) {
        return "did you mean " + candidate + "?";
    }

    private static String below(int position, String source) {
        return source.substring(Math.clamp(position, 0, source.length()));
    }

    /// The names of the methods and fields of the class in which the compiler looked: `variable list of type List<T>`.
    private Optional<Set<String>> members(Problem problem) {
        Matcher location = LOCATION.matcher(problem.detail("location"));
        return location.matches() ? Optional.of(membersOf.apply(location.group(1))) : Optional.empty();
    }

    private static Optional<String> nearest(Set<String> names, String name) {
        return names.stream()
                .filter(candidate -> Spelling.distance(candidate, name) <= allowed(name))
                .min(Comparator.comparingInt((String candidate) -> Spelling.distance(candidate, name))
                        .thenComparing(candidate -> candidate));
    }

    private static int allowed(String name) {
        return name.length() < 3 ? 0 : name.length() < 5 ? 1 : FARTHEST;
    }

    private static Optional<String> bracket(String source) {
        return Brackets.unclosed(source)
                .map(open -> "the " + open.text() + " in line " + open.line() + " is not closed");
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }
}
