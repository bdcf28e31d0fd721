package advsys.multiprocessor;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/// Method references to what a simulated CPU answers itself: `counter::incrementAndGet` would call the JDK past it.
/// Each becomes a reference to a small method in the woven class that makes the call, woven.
final class References {
    /// Puts a call into code as it is to be.
    interface Weaving {
        void call(CodeBuilder code, InvokeInstruction call);
    }

    /// Whether a call is to be changed at all.
    interface Choice {
        boolean changes(String owner, String name, String type);
    }

    private record Reference(String name, DirectMethodHandleDesc to, Weaving weaving) {}

    private final ClassDesc self;
    private final boolean inInterface;
    private final List<Reference> made = new ArrayList<>();

    References(ClassDesc self, boolean inInterface) {
        this.self = self;
        this.inInterface = inInterface;
    }

    /// Puts `dynamic` into the code, with its method references changed where `choice` says so.
    void link(CodeBuilder code, InvokeDynamicInstruction dynamic, Choice choice, Weaving weaving) {
        List<ConstantDesc> arguments = new ArrayList<>();
        boolean changed = false;
        for (ConstantDesc argument : dynamic.bootstrapArgs()) {
            if (argument instanceof DirectMethodHandleDesc to
                    && isCall(to)
                    && choice.changes(internal(to.owner()), to.methodName(), to.lookupDescriptor())) {
                arguments.add(add(to, weaving));
                changed = true;
            } else {
                arguments.add(argument);
            }
        }
        if (!changed) {
            code.with(dynamic);
            return;
        }
        code.invokedynamic(DynamicCallSiteDesc.of(
                dynamic.bootstrapMethod(),
                dynamic.name().stringValue(),
                dynamic.typeSymbol(),
                arguments.toArray(new ConstantDesc[0])));
    }

    private static boolean isCall(DirectMethodHandleDesc to) {
        return switch (to.kind()) {
            case VIRTUAL, INTERFACE_VIRTUAL, STATIC, INTERFACE_STATIC -> true;
            default -> false;
        };
    }

    private static String internal(ClassDesc type) {
        String text = type.descriptorString();
        return type.isArray() ? text : text.substring(1, text.length() - 1);
    }

    private DirectMethodHandleDesc add(DirectMethodHandleDesc to, Weaving weaving) {
        Reference reference = new Reference("reference$" + made.size(), to, weaving);
        made.add(reference);
        return MethodHandleDesc.ofMethod(
                inInterface ? DirectMethodHandleDesc.Kind.INTERFACE_STATIC : DirectMethodHandleDesc.Kind.STATIC,
                self,
                reference.name,
                to.invocationType());
    }

    void addTo(ClassBuilder builder) {
        for (Reference reference : made) {
            int flags = ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE | ClassFile.ACC_SYNTHETIC;
            builder.withMethodBody(reference.name, reference.to.invocationType(), flags, code -> body(code, reference));
        }
    }

    private static void body(CodeBuilder code, Reference reference) {
        DirectMethodHandleDesc to = reference.to;
        MethodTypeDesc type = to.invocationType();
        for (int i = 0; i < type.parameterCount(); i++) {
            code.loadLocal(TypeKind.from(type.parameterType(i)), code.parameterSlot(i));
        }
        Opcode opcode = switch (to.kind()) {
            case STATIC, INTERFACE_STATIC -> Opcode.INVOKESTATIC;
            case INTERFACE_VIRTUAL -> Opcode.INVOKEINTERFACE;
            default -> Opcode.INVOKEVIRTUAL;
        };
        reference.weaving.call(
                code,
                InvokeInstruction.of(
                        opcode,
                        code.constantPool().classEntry(to.owner()),
                        code.constantPool().utf8Entry(to.methodName()),
                        code.constantPool().utf8Entry(to.lookupDescriptor()),
                        to.isOwnerInterface()));
        code.return_(TypeKind.from(type.returnType()));
    }
}
