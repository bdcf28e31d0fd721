package advsys.multiprocessor;

import advsys.lab.Maker;
import advsys.lab.twin.CellClasses;
import advsys.lab.twin.OwnNest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.classfile.ClassModel;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Defines a subject's class, those nested in it and those of its package anew, woven for a simulated machine.
///
/// Public interfaces stay the same, so that the scenario knows the subject by them. A reader's class shares its package
/// with the variables of all cells, and those must stay the same: of its package only what the class is made of is
/// defined anew (see [CellClasses]). So is each mechanism of the library that it uses, a lock within a lock, say. What
/// would run past the machine is refused.
final class Twins extends WovenLoader {
    private static final ClassValue<Twins> KEPT = new ClassValue<>() {
        @Override
        protected Twins computeValue(Class<?> type) {
            return new Twins(type);
        }
    };

    private static final Pattern CHAPTER = Pattern.compile("advsys\\.(\\w+)\\.");
    private static final Set<String> NO_CHAPTERS = Set.of("lab", "workbook", "multiprocessor");

    private final Class<?> type;
    private final Set<String> cells; // what a reader's class is made of
    private volatile boolean hasState; // in static fields: it must not outlive a run

    private Twins(Class<?> type) {
        super(type.getClassLoader());
        this.type = type;
        this.cells = CellClasses.of(type);
    }

    /// The twin of what `maker` makes.
    ///
    /// @throws IllegalArgumentException if the subject cannot be simulated, with the line and what to write instead
    @SuppressWarnings("unchecked") // the twin is of the public interfaces of the original
    static <T> T make(Maker<T> maker) throws Exception {
        IdentityHashes.restart();
        SerializedLambda lambda = lambda(maker);
        if (TakenOver.contains(lambda.getImplClass())) { // the JDK's own: ReentrantLock::new
            return (T) construct(JdkTwins.HERE.loadClass(
                    TakenOver.PREFIX + lambda.getImplClass().replace('/', '.')));
        }
        Class<?> type = Class.forName(
                lambda.getImplClass().replace('/', '.'), false, maker.getClass().getClassLoader());
        Twins kept = KEPT.get(type);
        Twins twins = kept.hasState ? new Twins(type) : kept;
        Object made = twins.made(lambda);
        if (made != null && isToBeWoven(made.getClass())) {
            throw new IllegalArgumentException(
                    "a simulated machine cannot run this " + made.getClass().getSimpleName()
                            + ", which was made on the host: make it in the lambda, () -> new "
                            + made.getClass().getSimpleName() + "(…)");
        }
        return (T) made;
    }

    /// True for a mechanism or a reader's class as it is, unwoven.
    private static boolean isToBeWoven(Class<?> made) {
        return !(made.getClassLoader() instanceof WovenLoader)
                && (isMechanism(made.getName()) || CellClasses.isCell(made.getName()));
    }

    /// True for what belongs to a chapter: neither the lab, nor the workbook, nor the simulated machine itself.
    private static boolean isMechanism(String name) {
        Matcher matcher = CHAPTER.matcher(name);
        return matcher.lookingAt() && !NO_CHAPTERS.contains(matcher.group(1));
    }

    private static SerializedLambda lambda(Maker<?> maker) {
        try {
            Method writeReplace = maker.getClass().getDeclaredMethod("writeReplace");
            writeReplace.setAccessible(true);
            if (writeReplace.invoke(maker) instanceof SerializedLambda lambda) {
                return lambda;
            }
        } catch (ReflectiveOperationException noLambda) {
            // as below
        }
        throw new IllegalArgumentException("a simulated machine cannot tell what a "
                + maker.getClass().getSimpleName() + " makes: give it a constructor, TasLock::new, or a lambda");
    }

    private static Object construct(Class<?> twin) throws ReflectiveOperationException {
        Constructor<?> constructor = twin.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private Object made(SerializedLambda lambda) throws Exception {
        try {
            if (model(type.getName()) == null) { // the class as it is would run past the machine
                throw new IllegalArgumentException("a simulated machine cannot run " + type.getSimpleName()
                        + ": its class file is not to be had. Define it in a cell of this workbook's own kernel, or in"
                        + " a class of the library");
            }
            Class<?> twin = Class.forName(type.getName(), true, this);
            if (lambda.getImplMethodKind() == MethodHandleInfo.REF_newInvokeSpecial) {
                return construct(twin);
            }
            for (Method method : twin.getDeclaredMethods()) {
                if (method.getName().equals(lambda.getImplMethodName())
                        && lambda.getImplMethodKind() == MethodHandleInfo.REF_invokeStatic
                        && method.getParameterCount() == lambda.getCapturedArgCount()) {
                    method.setAccessible(true);
                    Object[] captured = new Object[lambda.getCapturedArgCount()];
                    for (int i = 0; i < captured.length; i++) {
                        captured[i] = lambda.getCapturedArg(i);
                    }
                    return invoke(method, captured);
                }
            }
        } catch (InvocationTargetException e) {
            switch (e.getCause()) {
                case Exception thrown -> throw thrown;
                case Error error -> throw error;
                case null, default -> throw e;
            }
        }
        throw new IllegalArgumentException("a simulated machine cannot make its own " + lambda.getImplMethodName()
                + " of " + type.getSimpleName() + ": give it a constructor, TasLock::new");
    }

    private Object invoke(Method method, Object... captured) throws ReflectiveOperationException {
        try {
            return method.invoke(null, captured);
        } catch (IllegalArgumentException foreign) { // the twin of the lambda knows only twins
            throw new IllegalArgumentException(
                    "a simulated machine cannot run a lambda of " + type.getSimpleName()
                            + " that brings along an object of the host: make that object in the lambda, too",
                    foreign);
        }
    }

    @Override
    boolean defines(String name) {
        String folder = type.getPackageName();
        boolean nest = cells.contains(name) || name.equals(type.getName()) || name.startsWith(type.getName() + "$");
        boolean samePackage = !CellClasses.isCell(type.getName())
                && !folder.isEmpty()
                && name.startsWith(folder + ".")
                && name.indexOf('.', folder.length() + 1) < 0;
        if (!nest && !samePackage && !isMechanism(name)) {
            return false;
        }
        ClassModel model = model(name);
        return model != null
                && !(model.flags().has(AccessFlag.INTERFACE) && model.flags().has(AccessFlag.PUBLIC));
    }

    /// The next run gets twins of its own.
    void isNotToBeKept() {
        hasState = true;
    }

    @Override
    boolean isJdk() {
        return false;
    }

    @Override
    @Nullable
    InputStream file(String name) {
        byte[] file = CellClasses.bytes(getParent(), name);
        return file == null ? null : new ByteArrayInputStream(OwnNest.of(name, file, cells));
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ClassModel model = model(name);
        hasState |= model != null && new StaticState(this).isIn(model);
        return super.findClass(name);
    }
}
