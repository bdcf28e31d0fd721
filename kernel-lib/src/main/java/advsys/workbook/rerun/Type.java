package advsys.workbook.rerun;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The type of a parameter, as its declaration says.
sealed interface Type {
    /// Reads a value as it is given on the command line.
    ///
    /// @param unit what the parameter counts; null when it says nothing of that
    /// @throws IllegalArgumentException saying what is wrong with `text`, and what would be right
    Value read(String text, @Nullable Quantity unit);

    /// As it is declared.
    String name();

    /// A whole number: `4`, `1_000`, `0xFF`, `-3`, `5L` for a long, `5ms` where the unit is a time.
    record Whole(String name, long least, long most) implements Type {
        @Override
        public Value read(String text, @Nullable Quantity unit) {
            long number = Numbers.whole(text, unit, name.equals("long") || name.equals("Long"));
            if (number < least || number > most) {
                throw new IllegalArgumentException("it is not from " + least + " to " + most);
            }
            return new Value(cast(number), number);
        }

        private String cast(long number) {
            return switch (name) {
                case "long", "Long" -> number == Long.MIN_VALUE ? "Long.MIN_VALUE" : number + "L";
                case "byte", "Byte" -> "(byte) " + number;
                case "short", "Short" -> "(short) " + number;
                default -> Long.toString(number);
            };
        }
    }

    /// A number: `0.5`, `1e-3`, `2d`, `5ms` where the unit is a time.
    record Floating(String name, boolean single) implements Type {
        @Override
        public Value read(String text, @Nullable Quantity unit) {
            double number = Numbers.floating(text, unit);
            if (single && Float.isInfinite((float) number)) {
                throw new IllegalArgumentException("it is too large for a float");
            }
            return new Value(single ? (float) number + "F" : Double.toString(number), number);
        }
    }

    /// `true` or `false`.
    record Truth(String name) implements Type {
        @Override
        public Value read(String text, @Nullable Quantity unit) {
            return switch (text) {
                case "true" -> new Value("true", true);
                case "false" -> new Value("false", false);
                default -> throw new IllegalArgumentException("it is neither true nor false");
            };
        }
    }

    /// One character, as it is or in single quotes.
    record Letter(String name) implements Type {
        @Override
        public Value read(String text, @Nullable Quantity unit) {
            String letter = Texts.unquoted(text, '\'');
            if (letter.length() != 1) {
                throw new IllegalArgumentException("it is not one character");
            }
            return new Value("'" + Texts.escaped(letter, '\'') + "'", letter);
        }
    }

    /// A text, as it is, or a Java literal in double quotes.
    record Text(String name) implements Type {
        @Override
        public Value read(String text, @Nullable Quantity unit) {
            String content = Texts.unquoted(text, '"');
            return new Value('"' + Texts.escaped(content, '"') + '"', content);
        }
    }

    /// A `java.time.Duration`: `5ms`, `1.5s`, `PT5S`.
    record Span(String name) implements Type {
        @Override
        public Value read(String text, @Nullable Quantity unit) {
            return Numbers.duration(text);
        }
    }

    /// A constant of an enumeration.
    record Constant(String name, List<String> constants) implements Type {
        @Override
        public Value read(String text, @Nullable Quantity unit) {
            String constant = text.startsWith(name + ".") ? text.substring(name.length() + 1) : text;
            if (!constants.contains(constant)) {
                throw new IllegalArgumentException(
                        "it is none of " + name + "'s constants " + String.join(", ", constants));
            }
            return new Value(name + "." + constant, constant);
        }
    }

    /// `1, 2, 4` or `{1, 2, 4}`; `{}` is the empty one.
    record Many(Type element) implements Type {
        @Override
        public String name() {
            return element.name() + "[]";
        }

        @Override
        public Value read(String text, @Nullable Quantity unit) {
            String inside = text.startsWith("{") && text.endsWith("}") ? text.substring(1, text.length() - 1) : text;
            List<Value> elements = new ArrayList<>();
            if (!inside.isBlank()) {
                for (String each : Texts.split(inside)) {
                    elements.add(element.read(each, unit));
                }
            }
            return Value.of(element.name(), elements);
        }
    }

    /// Something that cannot be given on a command line: a computed value, a type that is not known here.
    record Fixed(String name, String why) implements Type {
        @Override
        public Value read(String text, @Nullable Quantity unit) {
            throw new IllegalArgumentException("it cannot be set: " + why);
        }
    }
}
