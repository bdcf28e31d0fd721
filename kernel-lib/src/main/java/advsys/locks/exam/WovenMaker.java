package advsys.locks.exam;

import advsys.lab.Maker;
import advsys.lab.twin.CellClasses;
import advsys.lab.twin.OwnNest;
import advsys.locks.Mutex;
import java.lang.classfile.ClassFile;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;

/// Makes locks of a class like another's, but with its code rewritten: the class and its package are defined
/// anew by a loader of their own.
final class WovenMaker implements Maker<Mutex> {
    private static final long serialVersionUID = 1;

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

    /// Defines the class, what it is made of and the classes of its package anew; everything else comes from the
    /// original's loader. A reader's class shares its package with the variables of all cells, and those must
    /// stay the same: see [CellClasses].
    private static final class Twins extends ClassLoader {
        private final Class<?> type;
        private final Weaver weaver;
        private final Set<String> cells;

        Twins(Class<?> type, Weaver weaver) {
            super(type.getClassLoader());
            this.type = type;
            this.weaver = weaver;
            this.cells = CellClasses.of(type);
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
            if (CellClasses.isCell(type.getName())) {
                return cells.contains(name);
            }
            String folder = type.getPackageName();
            boolean samePackage = name.startsWith(folder + ".")
                    && name.indexOf('.', folder.length() + 1) < 0
                    && !name.equals(Mutex.class.getName()) // the examination's own must stay the same
                    && !name.equals(Visitor.class.getName())
                    && !name.equals(TurnTaker.class.getName());
            return samePackage || name.equals(type.getName()) || name.startsWith(type.getName() + "$");
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] file = CellClasses.bytes(getParent(), name);
            if (file == null) {
                throw new ClassNotFoundException(name + ": its class file is not to be had");
            }
            loadSuperclassOf(file); // it knows which of the fields that are inherited never change
            byte[] woven = weaver.weave(OwnNest.of(name, file, cells));
            return defineClass(name, woven, 0, woven.length);
        }

        private void loadSuperclassOf(byte[] file) throws ClassNotFoundException {
            String above = ClassFile.of()
                    .parse(file)
                    .superclass()
                    .map(superclass -> superclass.asInternalName().replace('/', '.'))
                    .orElse("java.lang.Object");
            loadClass(above);
        }
    }
}
