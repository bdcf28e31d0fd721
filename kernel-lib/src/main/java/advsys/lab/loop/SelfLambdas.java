package advsys.lab.loop;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.LambdaMetafactory;
import java.lang.runtime.ObjectMethods;
import java.util.ArrayList;
import java.util.List;

/// The part of [SelfErasure] that links `invokedynamic` anew: lambdas and method references of the class itself get a
/// static bridge that takes `this` as an `Object`; the methods of a record are made by [OwnLoop#recordMethod].
final class SelfLambdas {
    private static final ClassDesc RECORD_METHODS = ClassDesc.of(ObjectMethods.class.getName());
    private static final DirectMethodHandleDesc OWN_RECORD_METHODS = ConstantDescs.ofCallsiteBootstrap(
            ClassDesc.of(OwnLoop.class.getName()),
            "recordMethod",
            ConstantDescs.CD_CallSite,
            ConstantDescs.CD_Class,
            ConstantDescs.CD_String,
            ConstantDescs.CD_MethodHandle.arrayType());
    private static final ClassDesc LAMBDAS = ClassDesc.of(LambdaMetafactory.class.getName());

    private record Bridge(String name, MethodTypeDesc type, DirectMethodHandleDesc target) {}

    private final Descriptors descriptors;
    private final List<Bridge> bridges = new ArrayList<>();

    SelfLambdas(Descriptors descriptors) {
        this.descriptors = descriptors;
    }

    void link(CodeBuilder code, InvokeDynamicInstruction dynamic) {
        MethodTypeDesc type = dynamic.typeSymbol();
        DirectMethodHandleDesc bootstrap = dynamic.bootstrapMethod();
        List<ConstantDesc> arguments = new ArrayList<>(dynamic.bootstrapArgs());
        boolean lambda = bootstrap.owner().equals(LAMBDAS);
        if (bootstrap.owner().equals(RECORD_METHODS)) {
            bootstrap = OWN_RECORD_METHODS;
        } else if (lambda && arguments.get(0) instanceof MethodTypeDesc called && descriptors.names(called)) {
            throw new Descriptors.NamedByOthers("a lambda of it has itself as a parameter");
        }
        arguments.replaceAll(argument -> switch (argument) {
            case MethodTypeDesc named -> descriptors.erase(named);
            case DirectMethodHandleDesc handle -> lambda ? bridge(handle) : handle;
            default -> argument;
        });
        code.invokedynamic(DynamicCallSiteDesc.of(
                bootstrap,
                dynamic.name().stringValue(),
                descriptors.erase(type),
                arguments.toArray(ConstantDesc[]::new)));
        if (descriptors.isSelf(type.returnType())) {
            code.checkcast(descriptors.self());
        }
    }

    private DirectMethodHandleDesc bridge(DirectMethodHandleDesc handle) {
        MethodTypeDesc called = MethodTypeDesc.ofDescriptor(handle.lookupDescriptor());
        if (!descriptors.isSelf(handle.owner())) {
            if (descriptors.names(called)) {
                throw new Descriptors.NamedByOthers(
                        "it hands itself to " + handle.owner().displayName());
            }
            return handle;
        }
        if (handle.kind() == Kind.STATIC || handle.kind() == Kind.CONSTRUCTOR) {
            return MethodHandleDesc.of(
                    handle.kind(),
                    handle.owner(),
                    handle.methodName(),
                    descriptors.erase(called).descriptorString());
        }
        MethodTypeDesc type = descriptors.erase(called).insertParameterTypes(0, ConstantDescs.CD_Object);
        Bridge bridge = new Bridge("bridge$" + bridges.size(), type, handle);
        bridges.add(bridge);
        return MethodHandleDesc.ofMethod(Kind.STATIC, handle.owner(), bridge.name, type);
    }

    void addBridges(ClassBuilder builder) {
        for (Bridge bridge : bridges) {
            builder.withMethodBody(
                    bridge.name,
                    bridge.type,
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                    code -> body(code, bridge));
        }
    }

    /// Casts the first argument back to the class itself and calls its method with the others.
    private void body(CodeBuilder code, Bridge bridge) {
        code.aload(0).checkcast(descriptors.self());
        int slot = 1;
        for (ClassDesc parameter : bridge.type.parameterList().subList(1, bridge.type.parameterCount())) {
            TypeKind kind = TypeKind.from(parameter);
            code.loadLocal(kind, slot);
            slot += kind.slotSize();
        }
        code.invoke(
                Opcode.INVOKEVIRTUAL, // also of a private method: nestmates may
                descriptors.self(),
                bridge.target.methodName(),
                bridge.type.dropParameterTypes(0, 1),
                false);
        code.return_(TypeKind.from(bridge.type.returnType()));
    }
}
