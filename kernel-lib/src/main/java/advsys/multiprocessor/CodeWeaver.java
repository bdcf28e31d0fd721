package advsys.multiprocessor;

import advsys.lab.WaitsOnly;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts the hooks into the code of one method. No hook changes what lies on the stack.
final class CodeWeaver implements CodeTransform {
    private static final MethodTypeDesc OBJECT = of(ConstantDescs.CD_Object);
    private static final ClassDesc LOCAL = ClassDesc.of(SimulatedLocal.class.getName());
    private static final ClassDesc WAITS_ONLY = ClassDesc.of(WaitsOnly.class.getName());
    private static final String SWITCH_MAP = "$SwitchMap$";

    private final WovenLoader loader;
    private final String self;
    private final boolean constructor;
    private final boolean initialiser;
    private final SharedFields fields;
    private final Bridges bridges;
    private final References references;
    private final Calls calls;
    private final Places places;
    private final SpinLoops loops;
    private final boolean waitsOnly;
    private final Set<Label> seen = new HashSet<>();
    private @Nullable Label begin; // of a class initialiser
    private boolean compilersTable; // the array on the stack is that of a switch over an enum: it never changes

    CodeWeaver(
            ClassModel model,
            MethodModel method,
            CodeModel code,
            WovenLoader loader,
            SharedFields fields,
            Bridges bridges,
            References references) {
        this.loader = loader;
        this.self = model.thisClass().asInternalName();
        this.constructor = method.methodName().equalsString("<init>");
        this.initialiser = method.methodName().equalsString("<clinit>");
        this.fields = fields;
        this.bridges = bridges;
        this.references = references;
        String name = "." + method.methodName().stringValue();
        this.calls = new Calls(loader, self.replace('/', '.').replace(TakenOver.PREFIX, "") + name);
        this.places = new Places(
                loader, calls, model, self.substring(self.lastIndexOf('/') + 1).replace('$', '.') + name);
        this.loops = new SpinLoops(code, loader, fields);
        this.waitsOnly = method.findAttribute(Attributes.runtimeInvisibleAnnotations()).stream()
                .flatMap(all -> all.annotations().stream())
                .anyMatch(one -> one.classSymbol().equals(WAITS_ONLY));
    }

    private static MethodTypeDesc of(ClassDesc... parameters) {
        return MethodTypeDesc.of(ConstantDescs.CD_void, List.of(parameters));
    }

    @Override
    public void atStart(CodeBuilder code) {
        if (initialiser) {
            initialiser(code, true);
            begin = code.newBoundLabel();
        }
    }

    @Override
    public void atEnd(CodeBuilder code) {
        Label first = begin;
        if (first != null) {
            Label handler = code.newBoundLabel();
            code.loadConstant(ClassDesc.ofInternalName(self))
                    .invokestatic(Weaver.HOOKS, "initialiserFailed", of(ConstantDescs.CD_Class))
                    .athrow()
                    .exceptionCatchAll(first, handler, handler);
        }
    }

    private static void initialiser(CodeBuilder code, boolean begins) {
        code.loadConstant(begins ? 1 : 0).invokestatic(Weaver.HOOKS, "initialiser", of(ConstantDescs.CD_boolean));
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        switch (element) {
            case NewObjectInstruction made
            when made.className().asInternalName().equals("java/lang/ThreadLocal") -> code.new_(LOCAL);
            case MonitorInstruction monitor -> {
                places.say(code);
                code.invokestatic(
                        Weaver.MONITORS,
                        monitor.opcode() == Opcode.MONITORENTER ? "monitorEnter" : "monitorExit",
                        OBJECT);
            }
            case InvokeInstruction call -> call(code, call);
            case InvokeDynamicInstruction dynamic -> references.link(code, dynamic, this::changes, this::call);
            default -> {
                before(code, element);
                code.with(element);
            }
        }
    }

    /// What comes in front of an element that stays.
    private void before(CodeBuilder code, CodeElement element) {
        switch (element) {
            case LineNumber number -> places.line(number.line());
            case LabelTarget target -> seen.add(target.label());
            case BranchInstruction branch
            when places.areNamed() && seen.contains(branch.target()) -> // backwards: a loop
                code.invokestatic(Weaver.HOOKS, "turn", of());
            case FieldInstruction access -> {
                compilersTable |= access.name().stringValue().startsWith(SWITCH_MAP);
                if (fields.contains(access) && !isFirstWrite(access)) {
                    places.say(code);
                    AccessHooks.field(code, access, fields.isVolatile(access));
                }
            }
            case ArrayLoadInstruction _ -> {
                if (!compilersTable) {
                    places.say(code);
                    AccessHooks.elementRead(code);
                }
                compilersTable = false;
            }
            case ArrayStoreInstruction store -> {
                places.say(code);
                AccessHooks.elementWritten(code, store.typeKind());
            }
            case ReturnInstruction _ when initialiser -> initialiser(code, false);
            default -> {}
        }
    }

    /// A constructor's own object is not shared yet, and cannot even be looked at before the superclass has made it.
    private boolean isFirstWrite(FieldInstruction access) {
        return constructor
                && access.opcode() == Opcode.PUTFIELD
                && access.owner().asInternalName().equals(self);
    }

    /// True for a method that is not called as it stands, when a method reference names it.
    private boolean changes(String owner, String name, String type) {
        return (owner.equals("java/lang/Thread") && name.equals("onSpinWait"))
                || calls.changes(owner, name, type)
                || Bridges.isAccess(loader, owner, name, type);
    }

    private void call(CodeBuilder code, InvokeInstruction call) {
        if (Calls.isSpinWait(call)) {
            int kind = loops.kind();
            code.loadConstant(waitsOnly ? SpinLoops.READS_THEN_WAITS : kind)
                    .invokestatic(Weaver.THREADS, "onSpinWait", of(ConstantDescs.CD_int));
        } else if (Calls.isThreadLocalConstructor(call)) {
            code.invokespecial(LOCAL, "<init>", call.typeSymbol());
        } else if (Bridges.isAccess(loader, call)) {
            calls.check(code, call, places.line());
            places.say(code);
            bridges.call(code, call);
        } else {
            places.say(code, call);
            if (!calls.replaced(code, call, places.line())) {
                code.with(call);
            }
        }
    }
}
