package advsys.workbook.kernel.jshell.help;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// Where classes are: which packages have one of a given simple name. It is made when it is first asked, in some tenths
/// of a second, from the names of class files; a class is loaded only to see whether it is public.
public final class ClassIndex {
    private static final Comparator<String> LIKELIEST_FIRST = Comparator.comparingInt(
                    (String name) -> name.startsWith("advsys.") ? 0 : name.startsWith("java.util.") ? 1 : 2)
            .thenComparingInt(name -> name.startsWith("java.") ? 0 : 1)
            .thenComparingInt(String::length)
            .thenComparing(name -> name);

    /// Annotations that come with libraries of ours: nobody looks for a class there.
    private static final List<String> TOOLS =
            List.of("org.checkerframework.", "com.google.errorprone.", "com.google.j2objc.", "org.jspecify.");

    private final Map<String, List<String>> packagesOf = new HashMap<>(); // by simple name; guarded by this
    private final Map<List<String>, Map<String, List<String>>> base = new HashMap<>(); // guarded by this
    private final Set<String> packages = new TreeSet<>(); // guarded by this
    private final List<Path> waiting = new ArrayList<>(); // class path entries that were not read yet; guarded by this
    private boolean modulesRead; // guarded by this
    private boolean modulePackagesRead; // guarded by this

    /// An index of the JDK's exported classes and of this JVM's class path.
    public ClassIndex() {
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, 0)) {
            if (!entry.isEmpty()) { // else the current folder, which may be anything
                add(Path.of(entry));
            }
        }
    }

    /// Adds a jar or a folder of class files.
    public synchronized void add(Path jarOrFolder) {
        waiting.add(jarOrFolder);
    }

    /// The fully qualified names of the public classes called `simpleName`, the likeliest first; at most five.
    public synchronized List<String> named(String simpleName) {
        read();
        return packagesOf.getOrDefault(simpleName, List.of()).stream()
                .map(name -> name + "." + simpleName)
                .filter(name -> TOOLS.stream().noneMatch(name::startsWith))
                .filter(ClassIndex::isPublic)
                .sorted(LIKELIEST_FIRST)
                .limit(5)
                .toList();
    }

    /// Every package.
    public synchronized Set<String> packages() {
        if (!modulePackagesRead) {
            modulePackagesRead = true;
            ModuleLayer.boot()
                    .configuration()
                    .modules()
                    .forEach(module -> packages.addAll(exported(module.reference())));
        }
        readPaths();
        return Set.copyOf(packages);
    }

    /// The simple names of the public classes in `wanted`, packages of the module java.base, that begin with `prefix`.
    public synchronized List<String> base(List<String> wanted, String prefix) {
        return base(wanted).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .filter(entry -> isPublic(entry.getValue().getFirst() + "." + entry.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The simple names of all classes in `wanted`; some are not public.
    public synchronized Set<String> baseNames(List<String> wanted) {
        return Set.copyOf(base(wanted).keySet());
    }

    private Map<String, List<String>> base(List<String> wanted) {
        return base.computeIfAbsent(wanted, packageNames -> {
            Map<String, List<String>> found = new TreeMap<>();
            ModuleLayer.boot()
                    .configuration()
                    .findModule("java.base")
                    .ifPresent(module -> readModule(module.reference(), new TreeSet<>(packageNames), found));
            return found;
        });
    }

    private static boolean isPublic(String name) {
        try {
            Class<?> type = Class.forName(name, false, ClassLoader.getSystemClassLoader());
            return Modifier.isPublic(type.getModifiers());
        } catch (ClassNotFoundException | LinkageError notHere) {
            return true; // of a jar that the reader added
        }
    }

    private void read() {
        if (!modulesRead) {
            modulesRead = true;
            for (ResolvedModule module : ModuleLayer.boot().configuration().modules()) {
                readModule(module.reference(), exported(module.reference()), packagesOf);
            }
        }
        readPaths();
    }

    private void readPaths() {
        waiting.forEach(this::readPath);
        waiting.clear();
    }

    private static Set<String> exported(ModuleReference module) {
        Set<String> exported = new TreeSet<>();
        for (ModuleDescriptor.Exports exports : module.descriptor().exports()) {
            if (!exports.isQualified()) {
                exported.add(exports.source());
            }
        }
        return exported;
    }

    private static void readModule(ModuleReference module, Set<String> wanted, Map<String, List<String>> into) {
        try (ModuleReader reader = module.open();
                Stream<String> files = reader.list()) {
            files.forEach(file -> addFile(file, wanted, into));
        } catch (IOException unreadable) {
            // advice about its classes will be missing
        }
    }

    private void readPath(Path path) {
        try {
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    files.forEach(file -> addFile(path.relativize(file).toString()));
                }
            } else if (Files.isRegularFile(path)) {
                try (JarFile jar = new JarFile(path.toFile())) {
                    jar.stream().forEach(entry -> addFile(entry.getName()));
                }
            }
        } catch (IOException unreadable) {
            // advice about its classes will be missing
        }
    }

    private void addFile(String file) {
        String name = addFile(file, Set.of(), packagesOf);
        if (!name.isEmpty()) {
            packages.add(name);
        }
    }

    /// @param wanted the packages to take; empty for all
    /// @return the package of the class that the file holds, "" for any other file
    private static String addFile(String file, Set<String> wanted, Map<String, List<String>> into) {
        int slash = file.lastIndexOf('/');
        if (slash < 0 || !file.endsWith(".class") || file.indexOf('$') >= 0 || file.startsWith("META-INF")) {
            return "";
        }
        String name = file.substring(0, slash).replace('/', '.');
        if (!wanted.isEmpty() && !wanted.contains(name)) {
            return "";
        }
        into.computeIfAbsent(file.substring(slash + 1, file.length() - ".class".length()), n -> new ArrayList<>(1))
                .add(name);
        return name;
    }
}
