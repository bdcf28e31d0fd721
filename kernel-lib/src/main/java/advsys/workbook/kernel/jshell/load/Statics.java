package advsys.workbook.kernel.jshell.load;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.Set;

/// Whether a class keeps something from one run of a notebook to the next, beside the variables of cells, which can be
/// reset from outside.
///
/// What keeps nothing: constants that stand in the class file, the plain constants of an enumeration, and what javac
/// itself adds (`$assertionsDisabled`, `$SwitchMap$…`). Everything else that is static is taken to keep something, and
/// so is every class whose initialization does more than make those.
final class Statics {
    private static final Set<String> HARMLESS_CALLS =
            Set.of(ConstantDescs.INIT_NAME, "$values", "values", "ordinal", "clone", "desiredAssertionStatus");

    private final ClassModel model;
    private final String self;
    private final boolean isWrapper;
    private final boolean isEnum;

    private Statics(ClassModel model) {
        this.model = model;
        this.self = model.thisClass().asInternalName();
        this.isWrapper = self.equals(String.valueOf(Wrapper.of(self)).replace('.', '/'));
        this.isEnum = model.flags().has(AccessFlag.ENUM);
    }

    /// False when nothing of the class in `file` outlives a run.
    static boolean keepSomething(byte[] file) {
        Statics statics = new Statics(ClassFile.of().parse(file));
        return !statics.model.fields().stream().allMatch(statics::isHarmless)
                || !statics.model.methods().stream().allMatch(statics::isHarmless);
    }

    private boolean isHarmless(FieldModel field) {
        if (!field.flags().has(AccessFlag.STATIC)) {
            return !isEnum; // an enumeration's constants live as long as their class
        }
        if (!field.flags().has(AccessFlag.FINAL)) {
            return isWrapper; // a variable of a cell
        }
        String name = field.fieldName().stringValue();
        return field.findAttribute(Attributes.constantValue()).isPresent()
                || (isEnum && field.flags().has(AccessFlag.ENUM))
                || (field.flags().has(AccessFlag.SYNTHETIC)
                        && (name.equals("$VALUES")
                                || name.equals("$assertionsDisabled")
                                || name.startsWith("$SwitchMap$")));
    }

    private boolean isHarmless(MethodModel method) {
        boolean initializes = method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME);
        boolean makesConstant = isEnum && method.methodName().equalsString(ConstantDescs.INIT_NAME);
        if (!initializes && !makesConstant) {
            return true;
        }
        return method.code().stream()
                .allMatch(code -> code.elementStream().allMatch(element -> isHarmless(element, makesConstant)));
    }

    private boolean isHarmless(CodeElement element, boolean makesConstant) {
        return switch (element) {
            case InvokeDynamicInstruction _ -> false;
            case InvokeInstruction call when makesConstant -> call.name().equalsString(ConstantDescs.INIT_NAME);
            case InvokeInstruction call ->
                HARMLESS_CALLS.contains(call.name().stringValue())
                        && (!call.name().equalsString(ConstantDescs.INIT_NAME)
                                || call.owner().asInternalName().startsWith(self));
            case FieldInstruction _ when makesConstant -> false;
            case FieldInstruction access ->
                switch (access.opcode()) {
                    case GETSTATIC -> access.owner().asInternalName().startsWith("REPL/");
                    case PUTSTATIC -> access.owner().asInternalName().equals(self);
                    default -> false;
                };
            default -> true;
        };
    }
}
