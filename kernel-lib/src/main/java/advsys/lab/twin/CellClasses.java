package advsys.lab.twin;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The classes of cells that a class of a cell is made of: itself, and whatever classes of the reader's it names, and
/// they name in turn.
///
/// - **Guarantee** no variable of a cell is among them. When one of them shows objects to a variable or a method of a
///   cell that could tell a twin from the original, the set is the class and what is nested in it, and no more.
/// - **Cost** each class file is read once.
/// - **Errors** none: without class files there are no parts.
/// - **Source** ours.
public final class CellClasses {
    private static final Pattern DECLARED = Pattern.compile("(REPL[./](?:\\$JShell\\$\\w+?|[^$]+))\\$(.+)");
    private static final Pattern REFERENCE = Pattern.compile("L([^;]+);");
    private static final Set<String> HARMLESS = Set.of(
            "java/lang/String",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Boolean",
            "java/lang/Double",
            "java/util/concurrent/atomic/AtomicInteger",
            "java/util/concurrent/atomic/AtomicLong",
            "java/util/concurrent/atomic/AtomicBoolean");

    private final Class<?> type;
    private final Map<String, @Nullable ClassModel> models = new LinkedHashMap<>();

    private CellClasses(Class<?> type) {
        this.type = type;
    }

    /// The binary names of what `type` is made of, if it is a class of a cell; else nothing.
    public static Set<String> of(Class<?> type) {
        return isCell(type.getName()) ? new CellClasses(type).parts() : Set.of();
    }

    /// True for the classes that JShell makes: those that a reader declares, and the wrappers around them.
    public static boolean isCell(String binaryName) {
        return binaryName.startsWith("REPL.");
    }

    /// The wrapper of a class that a reader declares, and the class's own name; null for all others.
    static @Nullable Matcher declared(String binaryName) {
        Matcher matcher = DECLARED.matcher(binaryName);
        return matcher.matches() ? matcher : null;
    }

    private Set<String> parts() {
        Deque<String> open = new ArrayDeque<>();
        Set<String> parts = new LinkedHashSet<>();
        open.add(type.getName());
        boolean alone = false;
        while (!open.isEmpty()) {
            String name = open.remove();
            ClassModel model = model(name);
            if (model == null || !parts.add(name)) {
                continue;
            }
            model.superclass()
                    .map(above -> above.asInternalName().replace('/', '.'))
                    .filter(CellClasses::isCell)
                    .ifPresent(open::add);
            for (PoolEntry entry : model.constantPool()) {
                switch (entry) {
                    case ClassEntry named -> name(named.asInternalName(), open);
                    case MemberRefEntry member -> alone |= showsObjects(member);
                    default -> {}
                }
            }
        }
        if (alone) {
            parts.removeIf(name -> !name.equals(type.getName()) && !name.startsWith(type.getName() + "$"));
        }
        parts.add(type.getName());
        return Set.copyOf(parts);
    }

    /// A class that is named, perhaps as what an array consists of.
    private static void name(String internalName, Deque<String> open) {
        Matcher element = REFERENCE.matcher(internalName);
        String name = (element.find() ? element.group(1) : internalName).replace('/', '.');
        if (declared(name) != null) {
            open.add(name);
        }
    }

    /// True for a variable or a method of a cell that takes or gives what might be a twin.
    private boolean showsObjects(MemberRefEntry member) {
        String owner = member.owner().asInternalName().replace('/', '.');
        if (!isCell(owner) || declared(owner) != null || owner.equals(type.getName())) {
            return false;
        }
        return REFERENCE
                .matcher(member.type().stringValue())
                .results()
                .anyMatch(named -> !HARMLESS.contains(named.group(1)));
    }

    private @Nullable ClassModel model(String name) {
        return models.computeIfAbsent(name, key -> {
            byte[] file = bytes(type.getClassLoader(), key);
            return file == null ? null : ClassFile.of().parse(file);
        });
    }

    /// The class file of `name`; null when it is not to be had.
    public static byte @Nullable [] bytes(@Nullable ClassLoader loader, String name) {
        String file = name.replace('.', '/') + ".class";
        try (InputStream in =
                loader == null ? ClassLoader.getSystemResourceAsStream(file) : loader.getResourceAsStream(file)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            return null;
        }
    }
}
