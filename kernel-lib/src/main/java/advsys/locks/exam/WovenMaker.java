package advsys.locks.exam;

import advsys.lab.Maker;
import advsys.locks.Mutex;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes locks of a class like another's, but with its code rewritten: the class and its package are defined
/// anew by a loader of their own.
final class WovenMaker implements Maker<Mutex> {
    private static final long serialVersionUID = 1;
    private static final String CELLS = "REPL"; // the package of JShell's classes

    private final String subject; // the original's name: a twin's is not to be had, its outer class is another
    private final transient Constructor<?> constructor;
    private final transient Weaver weaver;

    private WovenMaker(String subject, Constructor<?> constructor, Weaver weaver) {
        this.subject = subject;
        this.constructor = constructor;
        this.weaver = weaver;
    }

    /// The rewritten twin of `maker`; empty unless `maker` is a constructor's reference, `TasLock::new`, of a
    /// class whose bytes are to be had.
    static Optional<WovenMaker> of(Maker<? extends Mutex> maker, Weaver weaver) {
        try {
            Class<?> type = maker.make().getClass();
            if (!makesByConstructor(maker, type)) {
                return Optional.empty();
            }
            Twins twins = new Twins(type, weaver);
            Constructor<?> constructor = twins.loadClass(type.getName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            constructor.newInstance();
            return Optional.of(new WovenMaker(type.getSimpleName(), constructor, weaver));
        } catch (Exception | LinkageError e) {
            return Optional.empty(); // then it is examined as it is
        }
    }

    String subject() {
        return subject;
    }

    /// How many places in the class have been rewritten, as far as it has been loaded.
    int sites() {
        return weaver.sites();
    }

    @Override
    public Mutex make() throws Exception {
        try {
            return (Mutex) constructor.newInstance();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception thrown) {
                throw thrown;
            }
            throw e;
        }
    }

    private static boolean makesByConstructor(Maker<?> maker, Class<?> type) throws ReflectiveOperationException {
        Method writeReplace = maker.getClass().getDeclaredMethod("writeReplace");
        writeReplace.setAccessible(true);
        return writeReplace.invoke(maker) instanceof SerializedLambda lambda
                && lambda.getImplMethodKind() == MethodHandleInfo.REF_newInvokeSpecial
                && lambda.getImplClass().equals(type.getName().replace('.', '/'))
                && lambda.getImplMethodSignature().equals("()V");
    }

    /// Defines the class, those nested in it and those of its package anew; everything else comes from the
    /// original's loader. A reader's class shares its package with the variables of all cells, and those must
    /// stay the same: of its package only the class itself, the cells' classes that it extends, and what is nested
    /// in them is defined anew. What it inherits is part of the lock, so that is to be examined too.
    private static final class Twins extends ClassLoader {
        private final Class<?> type;
        private final Weaver weaver;
        private final Set<String> line = new HashSet<>(); // the class, and what it extends

        Twins(Class<?> type, Weaver weaver) {
            super(type.getClassLoader());
            this.type = type;
            this.weaver = weaver;
            line.add(type.getName());
            @Nullable Class<?> each = type.getSuperclass();
            while (each != null && each.getPackageName().equals(CELLS)) {
                line.add(each.getName());
                each = each.getSuperclass();
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                if (known != null) {
                    return known;
                }
                return isTwin(name) ? findClass(name) : super.loadClass(name, resolve);
            }
        }

        private boolean isTwin(String name) {
            String folder = type.getPackageName();
            boolean samePackage = !folder.equals(CELLS)
                    && name.startsWith(folder + ".")
                    && name.indexOf('.', folder.length() + 1) < 0
                    && !name.equals(Mutex.class.getName()) // the examination's own must stay the same
                    && !name.equals(Visitor.class.getName())
                    && !name.equals(TurnTaker.class.getName());
            return samePackage || line.stream().anyMatch(each -> name.equals(each) || name.startsWith(each + "$"));
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name + ": its class file is not to be had");
                }
                byte[] woven = weaver.weave(in.readAllBytes());
                return defineClass(name, woven, 0, woven.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
