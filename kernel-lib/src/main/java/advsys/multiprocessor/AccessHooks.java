package advsys.multiprocessor;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/// Puts a hook in front of an access to a field or an element. What lies on the stack stays there.
final class AccessHooks {
    private static final MethodTypeDesc OF_OBJECT =
            MethodTypeDesc.of(ConstantDescs.CD_void, List.of(ConstantDescs.CD_Object, ConstantDescs.CD_int));
    private static final MethodTypeDesc OF_CLASS =
            MethodTypeDesc.of(ConstantDescs.CD_void, List.of(ConstantDescs.CD_Class, ConstantDescs.CD_int));

    private AccessHooks() {}

    /// @param ordering whether the field is volatile
    static void field(CodeBuilder code, FieldInstruction access, boolean ordering) {
        int number = Sites.add(access.name().stringValue());
        int site = ordering ? ~number : number;
        switch (access.opcode()) {
            case GETFIELD -> code.dup().loadConstant(site).invokestatic(Weaver.HOOKS, "read", OF_OBJECT);
            case PUTFIELD -> {
                if (TypeKind.from(access.typeSymbol()).slotSize() == 2) {
                    code.dup2_x1().pop2().dup_x2(); // object, value → object, value, object
                } else {
                    code.dup2().pop(); // object, value → object, value, object
                }
                code.loadConstant(site).invokestatic(Weaver.HOOKS, "write", OF_OBJECT);
            }
            case GETSTATIC ->
                code.loadConstant(access.owner().asSymbol())
                        .loadConstant(site)
                        .invokestatic(Weaver.HOOKS, "readStatic", OF_CLASS);
            default ->
                code.loadConstant(access.owner().asSymbol())
                        .loadConstant(site)
                        .invokestatic(Weaver.HOOKS, "writeStatic", OF_CLASS);
        }
    }

    /// array, index → the same.
    static void elementRead(CodeBuilder code) {
        code.dup2().invokestatic(Weaver.HOOKS, "readElement", OF_OBJECT);
    }

    /// array, index, value → the same; the hook sees array and index.
    static void elementWritten(CodeBuilder code, TypeKind kind) {
        if (kind.slotSize() == 2) {
            code.dup2_x2().pop2().dup2().invokestatic(Weaver.HOOKS, "writeElement", OF_OBJECT);
            code.dup2_x2().pop2();
        } else {
            code.dup_x2().pop().dup2().invokestatic(Weaver.HOOKS, "writeElement", OF_OBJECT);
            code.dup2_x1().pop2();
        }
    }
}
