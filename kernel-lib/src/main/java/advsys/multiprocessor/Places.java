package advsys.multiprocessor;

import advsys.lab.CountedAtCaller;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/// Says in woven code where in the source the next step stands: at the reader's own line. The JDK's classes, and those
/// that are [CountedAtCaller], say nothing, so that what they do is counted where the reader calls them.
final class Places {
    private static final ClassDesc COUNTED_AT_CALLER = ClassDesc.of(CountedAtCaller.class.getName());
    private static final MethodTypeDesc PLACE = MethodTypeDesc.of(ConstantDescs.CD_void, List.of(ConstantDescs.CD_int));

    private final WovenLoader loader;
    private final Calls calls;
    private final boolean named;
    private final String method;
    private int line;

    Places(WovenLoader loader, Calls calls, ClassModel model, String method) {
        this.loader = loader;
        this.calls = calls;
        this.named = !loader.isJdk() && !isCountedAtCaller(model);
        this.method = method;
    }

    /// What follows stands in this line.
    void line(int number) {
        line = number;
    }

    int line() {
        return line;
    }

    /// True for code whose lines a reader knows.
    boolean areNamed() {
        return named;
    }

    /// The stack stays as it is.
    void say(CodeBuilder code) {
        if (named) {
            code.loadConstant(Sites.place(method + ":" + line)).invokestatic(Weaver.HOOKS, "at", PLACE);
        }
    }

    /// Before a call that may be a step, or lead to one, without saying where.
    void say(CodeBuilder code, InvokeInstruction call) {
        if (named && leavesItToCaller(call)) {
            say(code);
        }
    }

    private boolean leavesItToCaller(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String name = owner.replace('/', '.');
        if (call.opcode() == Opcode.INVOKEINTERFACE
                || TakenOver.isName(name)
                || calls.changes(owner, call.name().stringValue(), call.type().stringValue())) {
            return true;
        }
        ClassModel model = loader.isTwin(name) ? loader.model(name) : null;
        return model != null && isCountedAtCaller(model);
    }

    private static boolean isCountedAtCaller(ClassModel model) {
        return model.findAttribute(Attributes.runtimeInvisibleAnnotations()).stream()
                .flatMap(all -> all.annotations().stream())
                .anyMatch(one -> one.classSymbol().equals(COUNTED_AT_CALLER));
    }
}
