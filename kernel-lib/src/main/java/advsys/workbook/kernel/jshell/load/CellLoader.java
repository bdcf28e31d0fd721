package advsys.workbook.kernel.jshell.load;

import advsys.lab.stop.StopWeaver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Loads the classes of one batch: what JShell compiled together.
///
/// A class is defined when it is first used, which is after JShell has said where its source stands, so that its lines
/// are the reader's. Other cells' classes come from the batches that were newest when this one was made; those are held
/// here, and nowhere else once newer ones have taken their place.
final class CellLoader extends ClassLoader {
    private static final StopWeaver WEAVER = new StopWeaver(StopWeaver.Entries.CALLING);

    private final Map<String, byte[]> compiled;
    private final Map<String, CellLoader> neighbours;
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private volatile Map<String, LineTable> lines = Map.of(); // by wrapper

    /// @param compiled the class files, by binary name
    /// @param neighbours the loaders of the wrappers that the class files mention, by the wrapper's name
    CellLoader(ClassLoader parent, Map<String, byte[]> compiled, Map<String, CellLoader> neighbours) {
        super(parent);
        this.compiled = Map.copyOf(compiled);
        this.neighbours = Map.copyOf(neighbours);
        setDefaultAssertionStatus(true); // `assert` in a cell is meant
    }

    Set<String> classes() {
        return compiled.keySet();
    }

    Map<String, CellLoader> neighbours() {
        return neighbours;
    }

    /// Says where the classes' lines stand, by wrapper. Classes that were used before keep the compiler's numbers.
    void lines(Map<String, LineTable> tables) {
        lines = tables;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        String wrapper = Wrapper.of(name);
        if (wrapper == null) {
            return super.loadClass(name, resolve);
        }
        if (compiled.containsKey(name)) {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
        CellLoader neighbour = neighbours.get(wrapper);
        if (neighbour == null) {
            throw new ClassNotFoundException(name);
        }
        return neighbour.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] unwoven = unwoven(name);
        if (unwoven == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] woven = WEAVER.weave(unwoven);
        return defineClass(name, woven, 0, woven.length);
    }

    /// The class file without stop checks, or null when the class is not of this batch.
    private byte @Nullable [] unwoven(String name) {
        byte[] original = compiled.get(name);
        return original == null
                ? null
                : kept.computeIfAbsent(
                        name,
                        n -> new Rewriter(lines.get(String.valueOf(Wrapper.of(name))), compiled.keySet())
                                .rewrite(original));
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] file = classFile(name);
        return file == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(file);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        byte[] file = classFile(name);
        try {
            return file == null ? null : URL.of(URI.create("cell:/" + name.replace("$", "%24")), new InMemory(file));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte @Nullable [] classFile(String resource) {
        if (!resource.startsWith("REPL/") || !resource.endsWith(".class")) {
            return null;
        }
        String name =
                resource.substring(0, resource.length() - ".class".length()).replace('/', '.');
        byte[] own = unwoven(name);
        if (own != null) {
            return own;
        }
        CellLoader neighbour = neighbours.get(String.valueOf(Wrapper.of(name)));
        return neighbour == null ? null : neighbour.classFile(resource);
    }

    private static final class InMemory extends URLStreamHandler {
        private final byte[] file;

        InMemory(byte[] file) {
            this.file = file;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {}

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(file);
                }
            };
        }
    }
}
