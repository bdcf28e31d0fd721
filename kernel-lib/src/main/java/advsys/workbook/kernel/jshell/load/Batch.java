package advsys.workbook.kernel.jshell.load;

import advsys.lab.stop.StopWeaver;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What JShell compiled together: class files, and what was made of them, which does not depend on who loads them.
/// So a notebook that is run again with fresh classes weaves none of them anew.
public final class Batch {
    private static final StopWeaver WEAVER = new StopWeaver(StopWeaver.Entries.CALLING);

    private final Map<String, byte[]> compiled;
    private final Set<String> mentioned = new HashSet<>();
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private final Map<String, byte[]> woven = new ConcurrentHashMap<>();
    private volatile Map<String, LineTable> lines = Map.of(); // by wrapper

    /// @param compiled the class files, by binary name
    public Batch(Map<String, byte[]> compiled) {
        this.compiled = Map.copyOf(compiled);
        compiled.values().forEach(file -> mentioned.addAll(wrappersIn(file)));
    }

    /// The names of the classes.
    public Set<String> classes() {
        return compiled.keySet();
    }

    /// True when a class of it keeps more from one run to the next than the variables of cells.
    public boolean keepsSomething() {
        return compiled.values().stream().anyMatch(Statics::keepSomething);
    }

    /// The wrappers that the class files mention.
    Set<String> mentioned() {
        return mentioned;
    }

    /// Says where the classes' lines stand, by wrapper. Classes that were used before keep the compiler's numbers.
    void lines(Map<String, LineTable> tables) {
        lines = tables;
    }

    /// The class file without stop checks, or null when the class is not of this batch.
    public byte @Nullable [] unwoven(String name) {
        byte[] original = compiled.get(name);
        return original == null
                ? null
                : kept.computeIfAbsent(
                        name,
                        n -> new Rewriter(lines.get(String.valueOf(Wrapper.of(name))), compiled.keySet())
                                .rewrite(original));
    }

    /// The class file as it is defined, or null when the class is not of this batch.
    public byte @Nullable [] woven(String name) {
        byte[] unwoven = unwoven(name);
        return unwoven == null ? null : woven.computeIfAbsent(name, _ -> WEAVER.weave(unwoven));
    }

    private static Set<String> wrappersIn(byte[] file) {
        Set<String> found = new HashSet<>();
        for (PoolEntry entry : ClassFile.of().parse(file).constantPool()) {
            if (entry instanceof Utf8Entry text) {
                String string = text.stringValue();
                for (int at = string.indexOf("REPL/"); at >= 0; at = string.indexOf("REPL/", at + 1)) {
                    String wrapper = Wrapper.of(string.substring(at));
                    if (wrapper != null) {
                        found.add(wrapper);
                    }
                }
            }
        }
        return found;
    }
}
