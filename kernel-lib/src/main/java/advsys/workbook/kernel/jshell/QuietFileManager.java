package advsys.workbook.kernel.jshell;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// The compiler's file manager, which keeps compilers from looking where nothing can be.
///
/// To look for a package on the class path is to open every jar of it, which costs more than the first cell. So
/// packages of the JDK and of cells are not looked for there, and this library's own only in its own jar.
/// JShell's indexer, which would read all jars and the whole JDK in competition with what the first cells
/// measure, finds nothing to read: what the index is for comes from
/// [advsys.workbook.kernel.jshell.help.ClassIndex] when it is asked for.
final class QuietFileManager extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {
    private static final Set<String> NOT_ON_CLASS_PATH = Stream.concat(
                    Stream.of("", "REPL", "java", "javax", "jdk"), // what has no package, no cell can name
                    ModuleLayer.boot().modules().stream().flatMap(module -> module.getPackages().stream()))
            .collect(Collectors.toUnmodifiableSet());

    private final StandardJavaFileManager own =
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
    private boolean ownLocated; // guarded by this

    QuietFileManager(StandardJavaFileManager standard) {
        super(standard);
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        if (location == StandardLocation.CLASS_PATH && !recurse) {
            if (packageName.startsWith("advsys.")) { // also where this library is a module of the boot layer
                Iterable<JavaFileObject> ours = own().list(location, packageName, kinds, false);
                if (ours.iterator().hasNext()) {
                    return ours;
                }
            }
            if (packageName.startsWith("java.") || NOT_ON_CLASS_PATH.contains(packageName)) {
                return List.of();
            }
        }
        return super.list(location, packageName, kinds, recurse);
    }

    private synchronized StandardJavaFileManager own() throws IOException {
        if (!ownLocated) {
            ownLocated = true;
            CodeSource source = QuietFileManager.class.getProtectionDomain().getCodeSource();
            try {
                own.setLocationFromPaths(
                        StandardLocation.CLASS_PATH,
                        List.of(Path.of(source.getLocation().toURI())));
            } catch (URISyntaxException malformed) {
                throw new IOException(malformed);
            }
        }
        return own;
    }

    @Override
    public void close() throws IOException {
        own.close();
        super.close();
    }

    /// Asked by the indexer only: the compiler knows its paths itself.
    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        return List.of();
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }
}
