package advsys.lab.loop;

import java.lang.classfile.Attributes;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// The part of [SelfErasure] that goes through one method's code.
final class SelfErasureInCode implements CodeTransform {
    private final CodeAttribute original;
    private final Descriptors descriptors;
    private final SelfLambdas lambdas;
    private final MethodTypeDesc type;
    private final boolean isStatic;

    SelfErasureInCode(
            CodeAttribute original,
            Descriptors descriptors,
            SelfLambdas lambdas,
            MethodTypeDesc type,
            boolean isStatic) {
        this.original = original;
        this.descriptors = descriptors;
        this.lambdas = lambdas;
        this.type = type;
        this.isStatic = isStatic;
    }

    /// Casts the parameters that now come in as `Object`.
    @Override
    public void atStart(CodeBuilder code) {
        int slot = isStatic ? 0 : 1;
        for (ClassDesc parameter : type.parameterList()) {
            if (descriptors.isSelf(parameter)) {
                code.aload(slot).checkcast(descriptors.self()).astore(slot);
            }
            slot += TypeKind.from(parameter).slotSize();
        }
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        switch (element) {
            case InvokeInstruction call when descriptors.names(call.typeSymbol()) -> call(code, call);
            case FieldInstruction access when descriptors.isSelf(access.typeSymbol()) -> access(code, access);
            case InvokeDynamicInstruction dynamic -> lambdas.link(code, dynamic);
            case LoadConstantInstruction constant -> constant(code, constant);
            default -> code.with(element);
        }
    }

    @Override
    public void atEnd(CodeBuilder code) {
        original.findAttribute(Attributes.stackMapTable()).ifPresent(code::with);
    }

    private void call(CodeBuilder code, InvokeInstruction call) {
        ClassDesc owner = call.owner().asSymbol();
        if (!descriptors.isSelf(owner)) {
            throw new Descriptors.NamedByOthers("it hands itself to " + owner.displayName());
        }
        code.invoke(
                call.opcode(),
                owner,
                call.name().stringValue(),
                descriptors.erase(call.typeSymbol()),
                call.isInterface());
        castBack(code, call.typeSymbol().returnType());
    }

    private void access(CodeBuilder code, FieldInstruction access) {
        ClassDesc owner = access.owner().asSymbol();
        if (!descriptors.isSelf(owner)) {
            throw new Descriptors.NamedByOthers("it is kept in a field of " + owner.displayName());
        }
        code.fieldAccess(access.opcode(), owner, access.name().stringValue(), descriptors.erase(access.typeSymbol()));
        if (access.opcode() == Opcode.GETFIELD || access.opcode() == Opcode.GETSTATIC) {
            castBack(code, access.typeSymbol());
        }
    }

    private void constant(CodeBuilder code, LoadConstantInstruction constant) {
        String descriptor = switch (constant.constantEntry()) {
            case MethodTypeEntry type -> type.descriptor().stringValue();
            case MethodHandleEntry handle -> handle.reference().type().stringValue();
            default -> "";
        };
        if (descriptor.contains(descriptors.self().descriptorString())) {
            throw new Descriptors.NamedByOthers("a constant names it");
        }
        code.with(constant);
    }

    private void castBack(CodeBuilder code, ClassDesc result) {
        if (descriptors.isSelf(result)) {
            code.checkcast(descriptors.self());
        }
    }
}
