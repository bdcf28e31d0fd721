package advsys.multiprocessor;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Small methods in a woven class, each in place of one call to an atomic or a VarHandle: the object that the call is
/// about lies below its arguments, where no instruction can reach it, and a method has them all in its parameters.
final class Bridges {
    private static final String ATOMIC = "java/util/concurrent/atomic/";
    private static final Set<String> READS = Set.of(
            "get",
            "getPlain",
            "getOpaque",
            "getAcquire",
            "getVolatile",
            "intValue",
            "longValue",
            "isMarked",
            "getReference",
            "getStamp",
            "toString");
    private static final Set<String> WITHOUT_ACCESS = Set.of("length", "<init>", "hashCode", "getClass");
    private static final ClassDesc VAR_HANDLE = ClassDesc.of("java.lang.invoke.VarHandle");

    private record Bridge(String name, InvokeInstruction call, MethodTypeDesc type) {}

    private final WovenLoader loader;
    private final ClassDesc self;
    private final boolean inInterface;
    private final List<Bridge> made = new ArrayList<>();

    Bridges(WovenLoader loader, ClassDesc self, boolean inInterface) {
        this.loader = loader;
        this.self = self;
        this.inInterface = inInterface;
    }

    /// True for a call that is an access to shared memory.
    static boolean isAccess(WovenLoader loader, InvokeInstruction call) {
        return isAccess(
                loader,
                call.owner().asInternalName(),
                call.name().stringValue(),
                call.type().stringValue());
    }

    static boolean isAccess(WovenLoader loader, String named, String name, String type) {
        String owner = loader.origin(named, name, type);
        boolean handle = owner.equals("java/lang/invoke/VarHandle")
                && (name.startsWith("get")
                        || name.startsWith("set")
                        || name.startsWith("compareAnd")
                        || name.startsWith("weakCompareAnd"));
        return handle || (owner.startsWith(ATOMIC) && !WITHOUT_ACCESS.contains(name));
    }

    private String origin(InvokeInstruction call) {
        return loader.origin(
                call.owner().asInternalName(),
                call.name().stringValue(),
                call.type().stringValue());
    }

    private static boolean isUpdater(ClassDesc owner) {
        return owner.displayName().endsWith("FieldUpdater");
    }

    /// Calls the bridge in place of `call`: the stack has the same on it.
    void call(CodeBuilder code, InvokeInstruction call) {
        ClassDesc owner =
                call.opcode() == Opcode.INVOKESPECIAL ? self : call.owner().asSymbol();
        boolean receiver = call.opcode() != Opcode.INVOKESTATIC;
        MethodTypeDesc type = receiver ? call.typeSymbol().insertParameterTypes(0, owner) : call.typeSymbol();
        Bridge bridge = new Bridge("access$" + made.size(), call, type);
        made.add(bridge);
        code.invokestatic(self, bridge.name, type, inInterface);
    }

    void addTo(ClassBuilder builder) {
        for (Bridge bridge : made) {
            int flags = ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE | ClassFile.ACC_SYNTHETIC;
            builder.withMethodBody(bridge.name, bridge.type, flags, code -> body(code, bridge));
        }
    }

    private void body(CodeBuilder code, Bridge bridge) {
        if (bridge.call.opcode() == Opcode.INVOKESTATIC) {
            newUpdater(code, bridge);
            return;
        }
        ClassDesc owner = bridge.type.parameterType(0);
        boolean store = !READS.contains(bridge.call.name().stringValue());
        code.aload(0);
        if (isUpdater(owner)) {
            code.aload(code.parameterSlot(1));
            hook(code, "updater", store, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
        } else if (owner.equals(VAR_HANDLE)) {
            coordinates(code, bridge.type);
            hook(code, "varHandle", store, VAR_HANDLE, ConstantDescs.CD_Object, ConstantDescs.CD_int);
        } else if (origin(bridge.call).endsWith("Array")) {
            code.iload(code.parameterSlot(1));
            hook(code, "atomicElement", store, ConstantDescs.CD_Object, ConstantDescs.CD_int);
        } else {
            hook(code, "atomic", store, ConstantDescs.CD_Object);
        }
        for (int i = 0; i < bridge.type.parameterCount(); i++) {
            code.loadLocal(TypeKind.from(bridge.type.parameterType(i)), code.parameterSlot(i));
        }
        InvokeInstruction call = bridge.call;
        if (call.opcode() == Opcode.INVOKESPECIAL) { // super.get(): only the class itself may call so
            code.invokespecial(call.owner().asSymbol(), call.name().stringValue(), call.typeSymbol());
        } else {
            code.invokevirtual(call.owner().asSymbol(), call.name().stringValue(), call.typeSymbol());
        }
        code.return_(TypeKind.from(bridge.type.returnType()));
    }

    /// The field's name is the last argument.
    private static void newUpdater(CodeBuilder code, Bridge bridge) {
        int last = bridge.type.parameterCount() - 1;
        for (int i = 0; i <= last; i++) {
            code.aload(code.parameterSlot(i));
        }
        code.invokestatic(bridge.call.owner().asSymbol(), bridge.call.name().stringValue(), bridge.call.typeSymbol());
        code.dup()
                .aload(code.parameterSlot(last))
                .invokestatic(
                        ClassDesc.of(Updaters.class.getName()),
                        "made",
                        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_String));
        code.areturn();
    }

    /// The first argument when it is an object, and the second when it is an index.
    private static void coordinates(CodeBuilder code, MethodTypeDesc type) {
        if (type.parameterCount() > 1 && !type.parameterType(1).isPrimitive()) {
            code.aload(code.parameterSlot(1));
        } else {
            code.aconst_null();
        }
        if (type.parameterCount() > 2 && type.parameterType(2).equals(ConstantDescs.CD_int)) {
            code.iload(code.parameterSlot(2));
        } else {
            code.iconst_0();
        }
    }

    private static void hook(CodeBuilder code, String name, boolean store, ClassDesc... parameters) {
        List<ClassDesc> all = new ArrayList<>(List.of(parameters));
        all.add(ConstantDescs.CD_boolean);
        code.loadConstant(store ? 1 : 0);
        code.invokestatic(Weaver.HOOKS, name, MethodTypeDesc.of(ConstantDescs.CD_void, all));
    }
}
