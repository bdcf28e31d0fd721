package advsys.workbook.rerun;

import advsys.workbook.kernel.jshell.source.Token;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// From what a declaration says to a [Type].
final class Types {
    private static final Map<String, Type> SIMPLE = Map.ofEntries(
            entry(new Type.Whole("int", Integer.MIN_VALUE, Integer.MAX_VALUE)),
            entry(new Type.Whole("Integer", Integer.MIN_VALUE, Integer.MAX_VALUE)),
            entry(new Type.Whole("long", Long.MIN_VALUE, Long.MAX_VALUE)),
            entry(new Type.Whole("Long", Long.MIN_VALUE, Long.MAX_VALUE)),
            entry(new Type.Whole("short", Short.MIN_VALUE, Short.MAX_VALUE)),
            entry(new Type.Whole("Short", Short.MIN_VALUE, Short.MAX_VALUE)),
            entry(new Type.Whole("byte", Byte.MIN_VALUE, Byte.MAX_VALUE)),
            entry(new Type.Whole("Byte", Byte.MIN_VALUE, Byte.MAX_VALUE)),
            entry(new Type.Floating("double", false)),
            entry(new Type.Floating("Double", false)),
            entry(new Type.Floating("float", true)),
            entry(new Type.Floating("Float", true)),
            entry(new Type.Truth("boolean")),
            entry(new Type.Truth("Boolean")),
            entry(new Type.Letter("char")),
            entry(new Type.Letter("Character")),
            entry(new Type.Text("String")),
            entry(new Type.Span("Duration")),
            entry(new Type.Span("java.time.Duration")));

    private Types() {}

    private static Map.Entry<String, Type> entry(Type type) {
        return Map.entry(type.name(), type);
    }

    /// @param declared `int`, `int[]`, `var`, `Mode`
    /// @param initial the tokens behind the equals sign
    /// @param others the type of a name that is none of Java's own
    static Type of(String declared, List<Token> initial, Function<String, Type> others) {
        if (declared.equals("var")) {
            return ofLiteral(initial);
        }
        if (declared.endsWith("[]")) {
            Type element = of(declared.substring(0, declared.length() - 2), initial, others);
            return element instanceof Type.Fixed || element instanceof Type.Many
                    ? new Type.Fixed(declared, "only arrays of single values can be given here")
                    : new Type.Many(element);
        }
        Type simple = SIMPLE.get(declared);
        return simple == null ? others.apply(declared) : simple;
    }

    /// The type that javac infers for `var x = …`.
    private static Type ofLiteral(List<Token> initial) {
        Token first = initial.getFirst();
        Token last = initial.getLast();
        if (first.is("new") && initial.size() > 2 && last.is("}")) {
            int brackets = 2;
            while (brackets < initial.size() && initial.get(brackets).is(".")) {
                brackets += 2;
            }
            return of(initial.get(brackets - 1).text() + "[]", initial, Types::unknown);
        }
        if (first.is("Duration") || (first.is("java") && initial.stream().anyMatch(token -> token.is("Duration")))) {
            return new Type.Span("Duration");
        }
        int sign = first.is("-") || first.is("+") ? 1 : 0;
        if (initial.size() == sign + 1) {
            return switch (last.kind()) {
                case NUMBER -> ofNumber(last.text().toLowerCase(Locale.ROOT));
                case LITERAL -> last.text().startsWith("'") ? new Type.Letter("char") : new Type.Text("String");
                case WORD -> last.is("true") || last.is("false") ? new Type.Truth("boolean") : computed();
                default -> computed();
            };
        }
        return computed();
    }

    private static Type ofNumber(String literal) {
        boolean prefixed = literal.startsWith("0x") || literal.startsWith("0b");
        String name;
        if (literal.endsWith("l")) {
            name = "long";
        } else if (!prefixed && literal.endsWith("f")) {
            name = "float";
        } else if (!prefixed && (literal.contains(".") || literal.contains("e") || literal.endsWith("d"))) {
            name = "double";
        } else {
            name = "int";
        }
        Type type = SIMPLE.get(name);
        return type == null ? computed() : type;
    }

    private static Type computed() {
        return new Type.Fixed("var", "its type is that of a computed value: declare it with a type");
    }

    static Type unknown(String name) {
        return new Type.Fixed(name, "values of type " + name + " cannot be given on a command line");
    }
}
