package advsys.lab.stop;

import java.io.IOException;
import java.io.InputStream;

/// Defines classes of the test tree anew, woven, each call in a loader of its own.
public final class Woven extends ClassLoader {
    private final String family;
    private final StopWeaver weaver;

    private Woven(Class<?> original, StopWeaver weaver) {
        super(original.getClassLoader());
        this.family = original.getName();
        this.weaver = weaver;
    }

    public static Class<?> copy(Class<?> original, StopWeaver.Entries entries) throws ClassNotFoundException {
        return new Woven(original, new StopWeaver(entries)).loadClass(original.getName());
    }

    static byte[] bytes(Class<?> type) throws IOException {
        String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return java.util.Objects.requireNonNull(in, file).readAllBytes();
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!name.equals(family) && !name.startsWith(family + "$")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try {
                byte[] woven = weaver.weave(bytes(getParent().loadClass(name)));
                return defineClass(name, woven, 0, woven.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
