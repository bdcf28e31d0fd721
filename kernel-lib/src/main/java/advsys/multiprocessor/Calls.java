package advsys.multiprocessor;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.jspecify.annotations.Nullable;

/// Calls to the JDK that a simulated CPU answers itself ([HookTable]), and those that it cannot ([Refusals]).
final class Calls {
    private static final String LOCALS = "java/lang/ThreadLocal";

    private static final String OBJECT = "java/lang/Object";

    private final WovenLoader loader;
    private final String caller;

    Calls(WovenLoader loader, String caller) {
        this.loader = loader;
        this.caller = caller;
    }

    static boolean isSpinWait(InvokeInstruction call) {
        return call.owner().asInternalName().equals("java/lang/Thread")
                && call.name().equalsString("onSpinWait");
    }

    static boolean isThreadLocalConstructor(InvokeInstruction call) {
        return call.opcode() == Opcode.INVOKESPECIAL
                && call.owner().asInternalName().equals(LOCALS)
                && call.name().equalsString("<init>");
    }

    /// True for a call that [#replaced] would change, or refuse.
    boolean changes(String owner, String name, String type) {
        String origin = loader.origin(owner, name, type);
        return HookTable.of(origin, name + type) != null
                || HookTable.ofAnyObject(name + type) != null
                || remedy(origin, name + type) != null;
    }

    /// Calls a hook in place of `call`, if there is one.
    ///
    /// @throws IllegalArgumentException if the call cannot be simulated, and the code is a reader's: the JDK's own
    ///     throws where it would call
    boolean replaced(CodeBuilder code, InvokeInstruction call, int line) {
        String name = call.name().stringValue();
        String type = call.type().stringValue();
        String owner = loader.origin(call.owner().asInternalName(), name, type);
        boolean receiver = call.opcode() != Opcode.INVOKESTATIC;
        HookTable.Hook hook = HookTable.of(owner, name + type);
        if (hook == null && receiver && (call.opcode() != Opcode.INVOKESPECIAL || owner.equals(OBJECT))) {
            hook = HookTable.ofAnyObject(name + type);
        }
        if (hook == null) {
            check(code, owner, name + type, line);
            return false;
        }
        MethodTypeDesc hooked = call.typeSymbol();
        boolean inherited = call.opcode() == Opcode.INVOKESPECIAL && hook.name().equals("hashCode"); // super.hashCode()
        String method = inherited ? "identityHashCode" : hook.name();
        code.invokestatic(hook.owner(), method, receiver ? hooked.insertParameterTypes(0, hook.receiver()) : hooked);
        return true;
    }

    /// @throws IllegalArgumentException if the call cannot be simulated
    void check(CodeBuilder code, InvokeInstruction call, int line) {
        String what = call.name().stringValue() + call.type().stringValue();
        check(code, call.owner().asInternalName(), what, line);
    }

    private void check(CodeBuilder code, String owner, String call, int line) {
        String remedy = remedy(owner, call);
        if (remedy == null) {
            return;
        }
        String what =
                owner.replace('/', '.').replace(TakenOver.PREFIX, "") + "." + call.substring(0, call.indexOf('('));
        if (!loader.isJdk()) {
            throw new IllegalArgumentException(
                    "a simulated machine cannot run " + what + ", in line " + line + " of " + caller + ": " + remedy);
        }
        code.loadConstant(what)
                .loadConstant(remedy)
                .invokestatic(
                        Weaver.HOOKS,
                        "refuse",
                        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String, ConstantDescs.CD_String));
    }

    private @Nullable String remedy(String owner, String call) {
        String remedy = Refusals.remedy(owner, call);
        if (remedy == null
                && !owner.startsWith("java/lang/invoke/")
                && !loader.isTwin(owner.replace('/', '.'))
                && call.contains("simulated/")) {
            return "it stands outside of what is simulated, and takes the JDK's own class: let it take an interface";
        }
        return remedy;
    }
}
