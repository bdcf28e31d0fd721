package advsys.lab.stop;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ShortJumpsOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashSet;
import java.util.Set;

/// Puts a stop check on every backward branch of a class file, and at the entry of every method that calls itself.
///
/// - **Guarantee** the woven class does what the original does until its scope is stopped; a class that is already
///   woven comes back as it is.
/// - **Cost** five bytes of code per check; nothing in compiled code (see the package).
public final class StopWeaver {
    private static final ClassDesc CHECK = ClassDesc.of(StopCheck.class.getName());
    private static final DynamicCallSiteDesc STOP = DynamicCallSiteDesc.of(
            MethodHandleDesc.ofMethod(
                    DirectMethodHandleDesc.Kind.STATIC,
                    CHECK,
                    "link",
                    MethodTypeDesc.of(
                            CallSite.class.describeConstable().orElseThrow(),
                            MethodHandles.Lookup.class.describeConstable().orElseThrow(),
                            ConstantDescs.CD_String,
                            MethodType.class.describeConstable().orElseThrow())),
            "stop",
            ConstantDescs.MTD_void);

    // A check neither takes from the stack nor changes a local variable, so the frames that the compiler wrote still
    // hold
    // and move with their labels. To compute them anew would need the class hierarchy, which for a cell nobody can
    // tell.
    private static final ClassFile KEEPING_FRAMES =
            ClassFile.of(StackMapsOption.DROP_STACK_MAPS, ShortJumpsOption.FAIL_ON_SHORT_JUMPS);

    /// Which methods get a check at their entry.
    public enum Entries {
        /// Methods that call a method of the same name: enough for a library's recursion, and small methods stay small.
        RECURSIVE,
        /// Every method that calls a method: also ends mutual recursion, through other classes and through lambdas.
        CALLING
    }

    private final Entries entries;

    public StopWeaver(Entries entries) {
        this.entries = entries;
    }

    /// The class file with its checks. A class whose methods would grow past the limits of the format comes back as it
    /// is.
    ///
    /// @throws IllegalArgumentException if `classFile` is not one
    public byte[] weave(byte[] classFile) {
        ClassModel model = ClassFile.of().parse(classFile);
        if (isWoven(model)) {
            return classFile;
        }
        try {
            return weave(KEEPING_FRAMES, model);
        } catch (IllegalArgumentException jumpTooShort) {
            try {
                return weave(ClassFile.of(), model);
            } catch (IllegalArgumentException methodTooLarge) {
                return classFile;
            }
        }
    }

    private byte[] weave(ClassFile format, ClassModel model) {
        return format.transformClass(model, (builder, element) -> {
            if (element instanceof MethodModel method && method.code().isPresent()) {
                boolean entry = needsEntryCheck(model, method);
                CodeAttribute code = (CodeAttribute) method.code().orElseThrow();
                builder.transformMethod(method, MethodTransform.transformingCode(checks(entry, code)));
            } else {
                builder.with(element);
            }
        });
    }

    private static boolean isWoven(ClassModel model) {
        String owner = CHECK.packageName().replace('.', '/') + "/" + CHECK.displayName();
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof Utf8Entry text && text.equalsString(owner)) {
                return true;
            }
        }
        return false;
    }

    private boolean needsEntryCheck(ClassModel owner, MethodModel method) {
        String name = method.methodName().stringValue();
        if (name.startsWith("<")) {
            return false; // a constructor may not touch the stack before super(…)
        }
        String self = owner.thisClass().asInternalName();
        CodeAttribute code = (CodeAttribute) method.code().orElseThrow();
        for (CodeElement element : code) {
            if (element instanceof InvokeInstruction call
                    && !call.name().equalsString("<init>")
                    && (entries == Entries.CALLING
                            || (call.name().equalsString(name)
                                    && call.owner().asInternalName().equals(self)))) {
                return true;
            }
        }
        return false;
    }

    private static CodeTransform checks(boolean entry, CodeAttribute original) {
        return CodeTransform.ofStateful(() -> new CodeTransform() {
            private final Set<Label> behind = new HashSet<>();

            @Override
            public void atStart(CodeBuilder code) {
                if (entry) {
                    code.invokedynamic(STOP);
                }
            }

            @Override
            public void accept(CodeBuilder code, CodeElement element) {
                if (element instanceof LabelTarget target) {
                    behind.add(target.label());
                } else if (jumpsBack(element)) {
                    code.invokedynamic(STOP); // takes nothing from the stack and leaves nothing
                }
                code.with(element);
            }

            @Override
            public void atEnd(CodeBuilder code) {
                original.findAttribute(Attributes.stackMapTable()).ifPresent(code::with);
            }

            private boolean jumpsBack(CodeElement element) {
                return switch (element) {
                    case BranchInstruction branch -> behind.contains(branch.target());
                    case LookupSwitchInstruction jump ->
                        behind.contains(jump.defaultTarget())
                                || jump.cases().stream().anyMatch(c -> behind.contains(c.target()));
                    case TableSwitchInstruction jump ->
                        behind.contains(jump.defaultTarget())
                                || jump.cases().stream().anyMatch(c -> behind.contains(c.target()));
                    default -> false;
                };
            }
        });
    }
}
