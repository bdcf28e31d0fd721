package advsys.multiprocessor;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Defines classes anew, woven for a simulated machine.
abstract class WovenLoader extends ClassLoader {
    private final Map<String, @Nullable ClassModel> models = new HashMap<>(); // guarded by this

    WovenLoader(ClassLoader parent) {
        super(parent);
    }

    /// True for a class that this loader defines.
    abstract boolean defines(String name);

    /// True for classes of the JDK: their lines of source mean nothing to a reader.
    abstract boolean isJdk();

    /// The class file to weave; null when it is not to be had.
    abstract @Nullable InputStream file(String name);

    /// True for a class that is woven, by this loader or as one of the JDK's.
    final boolean isTwin(String name) {
        return TakenOver.isName(name) || defines(name);
    }

    @Override
    protected final Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            } else if (defines(name)) {
                return findClass(name);
            }
            return TakenOver.isName(name) ? JdkTwins.HERE.loadClass(name) : super.loadClass(name, resolve);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ClassModel model = model(name);
        if (model == null) {
            throw new ClassNotFoundException(name + ": its class file is not to be had");
        }
        byte[] woven = new Weaver(this, model).woven();
        return defineClass(name, woven, 0, woven.length);
    }

    /// The class as it was before it was woven, but for the names of classes that are taken over; null when its class
    /// file is not to be had.
    final @Nullable ClassModel model(String name) {
        if (TakenOver.isName(name) && !isJdk()) {
            return JdkTwins.HERE.model(name);
        }
        synchronized (this) {
            if (!models.containsKey(name)) {
                models.put(name, read(name));
            }
            return models.get(name);
        }
    }

    private @Nullable ClassModel read(String name) {
        try (InputStream in = file(name)) {
            return in == null ? null : ClassFile.of().parse(TakenOver.renamed(in.readAllBytes()));
        } catch (IOException e) {
            return null;
        }
    }

    /// The class outside of the woven ones that a method comes from, by internal names; `owner` itself when a woven
    /// class has it.
    final String origin(String owner, String name, String type) {
        if (owner.startsWith("java/")) {
            return owner;
        }
        String at = owner;
        while (isTwin(at.replace('/', '.'))) {
            ClassModel model = model(at.replace('/', '.'));
            if (model == null || model.superclass().isEmpty() || has(model, name, type)) {
                return owner;
            }
            at = model.superclass().orElseThrow().asInternalName();
        }
        return at.equals("java/lang/Object") ? owner : at;
    }

    private static boolean has(ClassModel model, String name, String type) {
        for (MethodModel method : model.methods()) {
            if (method.methodName().equalsString(name) && method.methodType().equalsString(type)) {
                return true;
            }
        }
        return false;
    }

    /// Knows the superclasses of classes, those that are woven among them.
    final ClassHierarchyResolver resolver() {
        ClassHierarchyResolver others =
                ClassHierarchyResolver.ofResourceParsing(getParent()).orElse(ClassHierarchyResolver.defaultResolver());
        return described -> {
            ClassHierarchyInfo woven = woven(described);
            return woven != null ? woven : others.getClassInfo(described);
        };
    }

    private @Nullable ClassHierarchyInfo woven(ClassDesc described) {
        String text = described.descriptorString();
        if (!described.isClassOrInterface() || !text.startsWith("Lsimulated/")) {
            return null;
        }
        ClassModel model = model(text.substring(1, text.length() - 1).replace('/', '.'));
        if (model == null) {
            return null;
        }
        return model.flags().has(AccessFlag.INTERFACE)
                ? ClassHierarchyInfo.ofInterface()
                : ClassHierarchyInfo.ofClass(
                        model.superclass().map(ClassEntry::asSymbol).orElse(null));
    }
}
