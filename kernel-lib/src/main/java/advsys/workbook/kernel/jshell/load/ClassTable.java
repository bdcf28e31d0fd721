package advsys.workbook.kernel.jshell.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The newest version of every class of the notebook.
///
/// - **Guarantee** a class stays the same for code that already uses it; code compiled later sees the newest version.
///   Versions that nothing uses are collected.
/// - **Threads** classes are added by one thread at a time; anything else by any.
public final class ClassTable {
    private final JarLoader jars = new JarLoader(ClassTable.class.getClassLoader());
    private final Map<String, CellLoader> newest = new ConcurrentHashMap<>(); // by wrapper
    private final List<CellLoader> withoutLines = new ArrayList<>();

    private final ClassLoader all = new ClassLoader("notebook", jars) {
        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            return ClassTable.this.find(name);
        }
    };

    /// A loader that finds the newest version of each class by its binary name, and what [#addJar] added.
    public ClassLoader loader() {
        return all;
    }

    public void addJar(Path jarOrFolder) {
        jars.add(jarOrFolder);
    }

    /// Takes a batch: class files by binary name. Wrappers of the same snippets give way.
    public void add(Batch batch) {
        Set<String> wrappers = new HashSet<>();
        Map<String, CellLoader> neighbours = new HashMap<>();
        for (String name : batch.classes()) {
            if (name.equals(Wrapper.of(name))) {
                wrappers.add(name); // a nested class alone is compiled once more with its wrapper before it is used
            }
        }
        for (String mentioned : batch.mentioned()) {
            CellLoader loader = newest.get(mentioned);
            if (loader != null) {
                neighbours.put(mentioned, loader);
            }
        }
        neighbours.keySet().removeAll(wrappers);
        CellLoader loader = new CellLoader(jars, batch, neighbours);
        for (String wrapper : wrappers) {
            Set<String> snippets = Wrapper.snippets(wrapper);
            newest.keySet().removeIf(old -> !Collections.disjoint(Wrapper.snippets(old), snippets));
        }
        wrappers.forEach(wrapper -> newest.put(wrapper, loader));
        withoutLines.add(loader);
    }

    /// The wrappers that were added since the last call of [#tellLines].
    public Set<String> withoutLines() {
        Set<String> wrappers = new HashSet<>();
        withoutLines.forEach(
                loader -> loader.classes().forEach(name -> wrappers.add(String.valueOf(Wrapper.of(name)))));
        return wrappers;
    }

    /// Says which lines the wrappers come from.
    public void tellLines(Map<String, LineTable> tables) {
        withoutLines.forEach(loader -> loader.lines(tables));
        withoutLines.clear();
    }

    /// The newest version of the class called `name`.
    ///
    /// @throws ClassNotFoundException if no cell declares it
    public Class<?> find(String name) throws ClassNotFoundException {
        CellLoader loader = newest.get(String.valueOf(Wrapper.of(name)));
        if (loader == null) {
            throw new ClassNotFoundException(name);
        }
        return loader.loadClass(name);
    }

    /// Lets go of a wrapper and what its static fields hold; code that uses it goes on.
    public void forget(String wrapper) {
        newest.remove(wrapper);
    }

    /// Lets go of what the variable `field` of a wrapper holds.
    public void clear(String wrapper, String field) {
        try {
            find(wrapper).getField(field).set(null, null);
        } catch (ReflectiveOperationException | LinkageError notThere) {
            // then it holds nothing
        }
    }

    /// True when `type` was declared by a cell, and declared again since.
    public boolean isOutdated(Class<?> type) {
        String wrapper = Wrapper.of(type.getName());
        return wrapper != null && newest.get(wrapper) != type.getClassLoader();
    }

    /// The wrappers that `wrapper` was compiled with and that have newer versions now.
    public Set<String> outdatedNeighbours(String wrapper) {
        CellLoader loader = newest.get(wrapper);
        Set<String> outdated = new HashSet<>();
        if (loader != null) {
            loader.neighbours().forEach((name, neighbour) -> {
                if (newest.get(name) != neighbour) {
                    outdated.add(name);
                }
            });
        }
        return outdated;
    }
}
