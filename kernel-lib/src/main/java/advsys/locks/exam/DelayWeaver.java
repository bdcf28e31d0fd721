package advsys.locks.exam;

import advsys.lab.stop.StopWeaver;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/// Puts a possible delay in front of every access to memory that threads may share: fields that are not final,
/// atomics and VarHandles. A delay is nothing that a scheduler could not do: what goes wrong with delays can go
/// wrong without.
final class DelayWeaver implements Weaver {
    private static final ClassDesc VISITOR = ClassDesc.of(Visitor.class.getName());
    private static final MethodTypeDesc DELAY = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final String ATOMICS = "java/util/concurrent/atomic/";
    private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";

    private final FinalFields constants = new FinalFields();
    private volatile int sites; // written under the lock of the one class loader that weaves

    @Override
    public int sites() {
        return sites;
    }

    /// The class file with delays, and with stop checks if it had none.
    @Override
    public byte[] weave(byte[] classFile) {
        byte[] stoppable = new StopWeaver(StopWeaver.Entries.RECURSIVE).weave(classFile);
        ClassModel model = ClassFile.of().parse(stoppable);
        constants.add(model);
        CodeTransform delays = delays();
        return ClassFile.of().transformClass(model, (builder, element) -> {
            if (element instanceof MethodModel method
                    && !method.methodName().stringValue().startsWith("<")) {
                builder.transformMethod(method, MethodTransform.transformingCode(delays));
            } else {
                builder.with(element); // a new object is not shared yet
            }
        });
    }

    private CodeTransform delays() {
        return (code, element) -> {
            if (isSharedAccess(element)) {
                int site = sites;
                sites = site + 1;
                code.loadConstant(site).invokestatic(VISITOR, "delay", DELAY); // leaves the stack as it was
            }
            code.with(element);
        };
    }

    private boolean isSharedAccess(CodeElement element) {
        return switch (element) {
            case FieldInstruction field -> !constants.has(field);
            case InvokeInstruction call -> {
                String owner = call.owner().asInternalName();
                yield owner.startsWith(ATOMICS) || owner.equals(VAR_HANDLE);
            }
            default -> false;
        };
    }
}
