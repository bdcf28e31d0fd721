package advsys.lab;

import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A subject and what it is called in rows and legends.
///
/// A method reference is serializable, and its serialized form tells which method it refers to: that is how
/// `TasLock::new` comes to be called "TasLock". A bare lambda tells nothing.
record Subject<S>(String label, S value) {

    /// A subject called by what it is.
    ///
    /// @throws IllegalArgumentException if it has no name of its own
    static <S> Subject<S> of(S value) {
        return new Subject<>(label(value), value);
    }

    /// Refuses two of one name.
    static <S> List<Subject<S>> distinct(List<Subject<S>> subjects) {
        Set<String> labels = new HashSet<>();
        for (Subject<S> subject : subjects) {
            if (!labels.add(subject.label)) {
                throw new IllegalArgumentException("two subjects are called \"" + subject.label
                        + "\": give one another name with subject(\"…\", …)");
            }
        }
        return List.copyOf(subjects);
    }

    private static String label(Object value) {
        Class<?> type = value.getClass();
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Class<?> named) {
            return named.getSimpleName();
        }
        if (type.isSynthetic() || type.isHidden()) {
            return ofReference(value);
        }
        if (type.isAnonymousClass()) {
            throw nameless("an anonymous class");
        }
        return namesItself(type) ? value.toString() : type.getSimpleName();
    }

    private static boolean namesItself(Class<?> type) {
        try {
            return type.getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException impossible) {
            return false;
        }
    }

    private static String ofReference(Object value) {
        if (!(value instanceof Serializable)) {
            throw nameless("a lambda");
        }
        try {
            Method replace = value.getClass().getDeclaredMethod("writeReplace");
            replace.setAccessible(true);
            if (replace.invoke(value) instanceof SerializedLambda lambda
                    && !lambda.getImplMethodName().startsWith("lambda$")) {
                String owner = lambda.getImplClass();
                String simple = owner.substring(Math.max(owner.lastIndexOf('/'), owner.lastIndexOf('$')) + 1);
                String method = lambda.getImplMethodName();
                return method.equals("<init>") ? simple : simple + "." + method;
            }
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException notALambda) {
            // as nameless as a lambda
        }
        throw nameless("a lambda");
    }

    private static IllegalArgumentException nameless(String what) {
        return new IllegalArgumentException("a subject is " + what
                + ", which has no name for the legend: write subject(\"a name\", …), or a method reference such as"
                + " TasLock::new");
    }
}
