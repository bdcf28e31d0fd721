package advsys.workbook.kernel.jshell.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Loads the classes of one batch: what JShell compiled together.
///
/// A class is defined when it is first used, which is after JShell has said where its source stands, so that its lines
/// are the reader's. Other cells' classes come from the batches that were newest when this one was made; those are held
/// here, and nowhere else once newer ones have taken their place.
final class CellLoader extends ClassLoader {
    private final Batch batch;
    private final Map<String, CellLoader> neighbours;

    /// @param batch the class files
    /// @param neighbours the loaders of the wrappers that the class files mention, by the wrapper's name
    CellLoader(ClassLoader parent, Batch batch, Map<String, CellLoader> neighbours) {
        super(parent);
        this.batch = batch;
        this.neighbours = Map.copyOf(neighbours);
        setDefaultAssertionStatus(true); // `assert` in a cell is meant
    }

    Set<String> classes() {
        return batch.classes();
    }

    Map<String, CellLoader> neighbours() {
        return neighbours;
    }

    /// Says where the classes' lines stand, by wrapper. Classes that were used before keep the compiler's numbers.
    void lines(Map<String, LineTable> tables) {
        batch.lines(tables);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        String wrapper = Wrapper.of(name);
        if (wrapper == null) {
            return super.loadClass(name, resolve);
        }
        if (batch.classes().contains(name)) {
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
        byte[] woven = batch.woven(name);
        if (woven == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, woven, 0, woven.length);
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
        byte[] own = batch.unwoven(name);
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
