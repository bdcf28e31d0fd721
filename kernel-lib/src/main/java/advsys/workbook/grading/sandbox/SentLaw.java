package advsys.workbook.grading.sandbox;

import advsys.lab.Law;
import advsys.lab.Maker;
import advsys.workbook.grading.sandbox.wire.Parts;
import advsys.workbook.grading.sandbox.wire.Records;
import advsys.workbook.grading.sandbox.wire.WireException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A law as plain data, so that each side makes its own of it: the agent to observe, the controller to
/// judge. A law is a
/// record of this library; its components are plain data, or references to constructors such as
/// `TasLock::new`.
public final class SentLaw {
    private static final String OURS = "advsys.";
    private static final String MADE = "Made";

    private SentLaw() {}

    /// The components of `law`.
    ///
    /// @throws WireException if it cannot be sent
    public static Parts parts(Law<?, ?> law) throws WireException {
        if (!law.getClass().isRecord() || !law.getClass().getName().startsWith(OURS)) {
            throw new WireException("the law \"" + law.name() + "\" is no record of this library and cannot be sent:"
                    + " write it as one, with plain components");
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : law.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                Object value = component.getAccessor().invoke(law);
                values.add(value instanceof Maker<?> maker ? made(maker) : Records.data(value));
            } catch (ReflectiveOperationException failed) {
                throw new WireException(law.getClass().getSimpleName() + ": " + failed);
            }
        }
        return new Parts(law.getClass().getName(), values);
    }

    private static Parts made(Maker<?> maker) throws ReflectiveOperationException, WireException {
        Method replace = maker.getClass().getDeclaredMethod("writeReplace");
        replace.setAccessible(true);
        if (replace.invoke(maker) instanceof SerializedLambda lambda
                && lambda.getImplMethodKind() == MethodHandleInfo.REF_newInvokeSpecial) {
            return new Parts(MADE, List.of(lambda.getImplClass().replace('/', '.')));
        }
        throw new WireException("only a reference to a constructor, TasLock::new say, can be sent");
    }

    /// The law that was sent as `parts`.
    ///
    /// @throws WireException if it is none of this library
    public static Law<?, ?> law(Parts parts) throws WireException {
        try {
            Class<?> type = ours(parts.name());
            RecordComponent[] components = type.getRecordComponents();
            if (components == null || components.length != parts.values().size()) {
                throw new WireException(parts.name() + " has other components");
            }
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                Object sent = parts.values().get(i);
                values[i] = components[i].getType() == Maker.class && sent instanceof Parts made
                        ? maker(ours(String.valueOf(made.values().getFirst())))
                        : Records.value(components[i].getGenericType(), sent);
            }
            Constructor<?> canonical = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            if (canonical.newInstance(values) instanceof Law<?, ?> law) {
                return law;
            }
        } catch (ReflectiveOperationException failed) {
            throw new WireException(parts.name() + ": " + failed);
        }
        throw new WireException(parts.name() + " is no law");
    }

    /// The type of the subjects that a law asks, as it is written in Java.
    ///
    /// @throws WireException if the law's class does not say
    public static String subjectType(Law<?, ?> law) throws WireException {
        return typeArgument(law, 0).getTypeName().replace('$', '.');
    }

    /// The record that a law observes.
    ///
    /// @throws WireException if the law's class does not say
    static Class<? extends Record> observedType(Law<?, ?> law) throws WireException {
        if (typeArgument(law, 1) instanceof Class<?> plain && plain.isRecord()) {
            return plain.asSubclass(Record.class);
        }
        throw new WireException(law.getClass() + ": what it observes is no plain record");
    }

    private static Type typeArgument(Law<?, ?> law, int index) throws WireException {
        for (Type each : law.getClass().getGenericInterfaces()) {
            if (each instanceof ParameterizedType generic && generic.getRawType() == Law.class) {
                return generic.getActualTypeArguments()[index];
            }
        }
        throw new WireException(law.getClass() + " does not implement Law<…> itself");
    }

    private static Class<?> ours(String name) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            throw new ClassNotFoundException(name + " is no class of this library");
        }
        return Class.forName(name);
    }

    /// `type::new`, serializable as the compiler would make it: that is how examinations know what it
    /// makes.
    private static Maker<?> maker(Class<?> type) throws ReflectiveOperationException {
        MethodHandles.Lookup here = MethodHandles.lookup();
        MethodHandle constructor = here.findConstructor(type, MethodType.methodType(void.class));
        try {
            return (Maker<?>) LambdaMetafactory.altMetafactory(
                            here,
                            "make",
                            MethodType.methodType(Maker.class),
                            MethodType.methodType(Object.class),
                            constructor,
                            MethodType.methodType(type),
                            LambdaMetafactory.FLAG_SERIALIZABLE)
                    .getTarget()
                    .invoke();
        } catch (Throwable impossible) {
            throw new ReflectiveOperationException(type + "::new", impossible);
        }
    }
}
