package advsys.workbook.kernel.jshell.load;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.PermittedSubclassesAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes of what the compiler gave what the JVM gets: the reader's line numbers, refused exits, and public in place of
/// package-private, because each batch has its own loader and so its own package at run time.
final class Rewriter {
    /// Nothing here moves an instruction, so the compiler's frames stay right; making them anew would need the classes.
    private static final ClassFile FORMAT = ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS);

    private final @Nullable LineTable lines;
    private final Set<String> batch;

    /// @param lines the reader's lines, when known
    /// @param batch the binary names of all classes with the same loader
    Rewriter(@Nullable LineTable lines, Set<String> batch) {
        this.lines = lines == null || lines.isEmpty() ? null : lines;
        this.batch = batch;
    }

    byte[] rewrite(byte[] classFile) {
        ClassModel model = FORMAT.parse(classFile);
        return FORMAT.transformClass(model, this::rewrite);
    }

    private void rewrite(ClassBuilder builder, ClassElement element) {
        switch (element) {
            case AccessFlags flags -> builder.withFlags(widened(flags.flagsMask()));
            case FieldModel field ->
                builder.transformField(field, (to, part) -> {
                    if (part instanceof AccessFlags flags) {
                        to.withFlags(widened(flags.flagsMask()));
                    } else {
                        to.with(part);
                    }
                });
            case MethodModel method ->
                builder.transformMethod(method, (to, part) -> {
                    switch (part) {
                        case AccessFlags flags
                        when !method.methodName().equalsString("<clinit>") -> to.withFlags(widened(flags.flagsMask()));
                        case CodeModel code -> to.transformCode(code, new CodeRewriter((CodeAttribute) code, lines));
                        default -> to.with(part);
                    }
                });
            case SourceFileAttribute source when lines != null -> builder.with(SourceFileAttribute.of(lines.source()));
            case PermittedSubclassesAttribute permits when !allHere(permits) -> {
                // the JVM wants permitted subclasses in the same module, which a loader of their own has not
            }
            default -> builder.with(element);
        }
    }

    private static int widened(int flags) {
        boolean isPrivate = (flags & ClassFile.ACC_PRIVATE) != 0;
        return isPrivate ? flags : (flags & ~ClassFile.ACC_PROTECTED) | ClassFile.ACC_PUBLIC;
    }

    private boolean allHere(PermittedSubclassesAttribute permits) {
        return permits.permittedSubclasses().stream()
                .map(ClassEntry::asInternalName)
                .allMatch(name -> batch.contains(name.replace('/', '.')));
    }
}
