package advsys.workbook.kernel.jshell.help;

import advsys.workbook.kernel.Language.Candidate;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;

/// Tells the kind and the signature of JShell's suggestions, which are mere text, by looking into the class that they
/// are members of.
final class Describer {
    private final Knowledge knowledge;
    private final Context context;
    private final Optional<Class<?>> owner;
    private final Map<String, Knowledge.Name> own = new HashMap<>();

    Describer(Knowledge knowledge, Context context, SourceCodeAnalysis analysis) {
        this.knowledge = knowledge;
        this.context = context;
        knowledge.names().forEach(name -> own.putIfAbsent(name.name(), name));
        this.owner = owner(analysis);
    }

    private Optional<Class<?>> owner(SourceCodeAnalysis analysis) {
        String qualifier = context.qualifier();
        if (qualifier.isEmpty() || context.input().stripLeading().startsWith("import")) {
            return Optional.empty();
        }
        Knowledge.Name variable = own.get(qualifier);
        if (variable != null && variable.kind().equals("variable")) {
            return knowledge.type(variable.type().replaceAll("<.*", ""));
        }
        Optional<Class<?>> type = knowledge.type(qualifier).or(() -> declaredInCell(qualifier));
        if (type.isPresent()) {
            return type;
        }
        String inferred = analysis.analyzeType(qualifier, qualifier.length());
        return inferred == null ? Optional.empty() : knowledge.type(inferred.replaceAll("<.*", ""));
    }

    /// The type of a variable that the cell declares before, and did not run yet.
    private Optional<Class<?>> declaredInCell(String name) {
        if (!name.matches("\\w+")) {
            return Optional.empty();
        }
        Matcher declaration = Pattern.compile("\\b([A-Z]\\w*)(?:<[^;=]*>)?\\s+" + name + "\\b")
                .matcher(context.input());
        Matcher inferred = Pattern.compile("\\bvar\\s+" + name + "\\s*=\\s*new\\s+([A-Z]\\w*)")
                .matcher(context.input());
        return declaration.find()
                ? knowledge.type(declaration.group(1))
                : inferred.find() ? knowledge.type(inferred.group(1)) : Optional.empty();
    }

    Candidate describe(String text) {
        String name = text.replaceAll("[(<].*", "").replaceAll(".*\\.", "");
        if (!context.qualifier().isEmpty()) {
            return member(text, name);
        }
        Knowledge.Name known = own.get(name);
        if (known != null) {
            String signature = known.kind().equals("method") ? name + known.type() : known.type();
            return new Candidate(text, known.kind(), signature);
        }
        if (text.endsWith("(") || text.endsWith("()")) {
            return constructed(text, name);
        }
        return new Candidate(
                text, Character.isUpperCase(name.isEmpty() ? 'a' : name.charAt(0)) ? "class" : word(name), "");
    }

    private static String word(String name) {
        return List.of(
                                "true", "false", "null", "int", "long", "double", "float", "boolean", "char", "byte",
                                "short", "void")
                        .contains(name)
                ? "keyword"
                : "variable";
    }

    private Candidate constructed(String text, String name) {
        Optional<Class<?>> type = Character.isUpperCase(name.charAt(0)) ? knowledge.type(name) : Optional.empty();
        if (type.isEmpty()) {
            return new Candidate(text, "method", "");
        }
        Constructor<?>[] constructors = type.get().getConstructors();
        return new Candidate(text, "class", constructors.length == 0 ? "" : signature(name, Stream.of(constructors)));
    }

    private Candidate member(String text, String name) {
        if (owner.isEmpty()) {
            boolean call = text.endsWith("(") || text.endsWith("()");
            boolean type = !name.isEmpty()
                    && Character.isUpperCase(name.charAt(0))
                    && !name.equals(name.toUpperCase(java.util.Locale.ROOT));
            return new Candidate(text, call ? "method" : type ? "class" : "field", "");
        }
        if (text.endsWith("(") || text.endsWith("()")) {
            Stream<Method> methods = Stream.of(
                            owner.get().getMethods(), owner.get().getDeclaredMethods())
                    .flatMap(Arrays::stream)
                    .filter(method -> method.getName().equals(name) && !method.isBridge())
                    .distinct();
            return new Candidate(text, "method", signature(name, methods));
        }
        try {
            Field field = owner.get().getField(name);
            return new Candidate(text, "field", field.getType().getSimpleName());
        } catch (NoSuchFieldException none) {
            return new Candidate(text, text.equals("length") || text.equals("class") ? "field" : "class", "");
        }
    }

    /// The shortest of the overloads, and how many others there are: `add(E) boolean, +1`.
    private static String signature(String name, Stream<? extends Executable> overloads) {
        List<? extends Executable> all = overloads
                .sorted(Comparator.comparingInt(Executable::getParameterCount)
                        .thenComparing(overload -> Arrays.toString(overload.getGenericParameterTypes())))
                .toList();
        if (all.isEmpty()) {
            return "";
        }
        Executable first = all.getFirst();
        StringBuilder text = new StringBuilder(name).append('(');
        for (int i = 0; i < first.getParameterCount(); i++) {
            text.append(i == 0 ? "" : ", ");
            text.append(Signatures.simple(first.getGenericParameterTypes()[i].getTypeName()));
            if (first.getParameters()[i].isNamePresent()) {
                text.append(' ').append(first.getParameters()[i].getName());
            }
        }
        text.append(')');
        if (first instanceof Method method) {
            text.append(' ')
                    .append(Signatures.simple(method.getGenericReturnType().getTypeName()));
        }
        return text + (all.size() == 1 ? "" : ", +" + (all.size() - 1));
    }
}
