package advsys.workbook.kernel.jshell.load;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/// The jars and folders that the reader added to the class path, above the application's.
final class JarLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    JarLoader(ClassLoader application) {
        super("notebook jars", new URL[0], application);
    }

    void add(Path jarOrFolder) {
        try {
            addURL(jarOrFolder.toUri().toURL());
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(jarOrFolder + " has no URL", impossible);
        }
    }
}
