package advsys.multiprocessor;

import advsys.lab.CountedAtCaller;
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
import java.lang.classfile.TypeKind;
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
    private static final MethodTypeDesc FIELD = of(ConstantDescs.CD_Object, ConstantDescs.CD_int);
    private static final MethodTypeDesc STATIC = of(ConstantDescs.CD_Class, ConstantDescs.CD_int);
    private static final MethodTypeDesc PLACE = of(ConstantDescs.CD_int);
    private static final MethodTypeDesc OBJECT = of(ConstantDescs.CD_Object);
    private static final ClassDesc LOCAL = ClassDesc.of(SimulatedLocal.class.getName());

    private static final ClassDesc WAITS_ONLY = ClassDesc.of(WaitsOnly.class.getName());
    private static final ClassDesc COUNTED_AT_CALLER = ClassDesc.of(CountedAtCaller.class.getName());
    private static final String SWITCH_MAP = "$SwitchMap$";

    private final boolean constructor;
    private final boolean initialiser;
    private final boolean named; // whether a profile names this method's lines
    private final String self;
    private final String method; // as a profile names it
    private final SharedFields fields;
    private final WovenLoader loader;
    private final Bridges bridges;
    private final References references;
    private final Calls calls;
    private final SpinLoops loops;
    private final boolean waitsOnly;
    private final Set<Label> seen = new HashSet<>();
    private int line;
    private boolean compilersTable; // the array on the stack is that of a switch over an enum: it never changes

    CodeWeaver(
            ClassModel model,
            MethodModel method,
            CodeModel code,
            WovenLoader loader,
            SharedFields fields,
            Bridges bridges,
            References references) {
        this.constructor = method.methodName().equalsString("<init>");
        this.initialiser = method.methodName().equalsString("<clinit>");
        this.named = !loader.isJdk() && !isCountedAtCaller(model);
        this.self = model.thisClass().asInternalName();
        this.loader = loader;
        this.fields = fields;
        this.bridges = bridges;
        this.references = references;
        this.method = self.substring(self.lastIndexOf('/') + 1).replace('$', '.') + "."
                + method.methodName().stringValue();
        this.calls = new Calls(
                loader,
                self.replace('/', '.').replace(TakenOver.PREFIX, "") + "."
                        + method.methodName().stringValue());
        this.loops = new SpinLoops(code, loader, fields);
        this.waitsOnly = method.findAttribute(Attributes.runtimeInvisibleAnnotations()).stream()
                .flatMap(all -> all.annotations().stream())
                .anyMatch(one -> one.classSymbol().equals(WAITS_ONLY));
    }

    private static boolean isCountedAtCaller(ClassModel model) {
        return model.findAttribute(Attributes.runtimeInvisibleAnnotations()).stream()
                .flatMap(all -> all.annotations().stream())
                .anyMatch(one -> one.classSymbol().equals(COUNTED_AT_CALLER));
    }

    private static MethodTypeDesc of(ClassDesc... parameters) {
        return MethodTypeDesc.of(ConstantDescs.CD_void, List.of(parameters));
    }

    private @Nullable Label begin; // of a class initialiser

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
            case LineNumber number -> {
                line = number.line();
                code.with(element);
            }
            case LabelTarget target -> {
                seen.add(target.label());
                code.with(element);
            }
            case BranchInstruction branch -> {
                if (named && seen.contains(branch.target())) { // backwards: a loop
                    code.invokestatic(Weaver.HOOKS, "turn", of());
                }
                code.with(element);
            }
            case FieldInstruction access -> {
                compilersTable |= access.name().stringValue().startsWith(SWITCH_MAP);
                if (fields.contains(access) && !isFirstWrite(access)) {
                    place(code);
                    field(code, access);
                }
                code.with(element);
            }
            case ArrayLoadInstruction _ -> {
                if (!compilersTable) {
                    place(code);
                    code.dup2().invokestatic(Weaver.HOOKS, "readElement", FIELD);
                }
                compilersTable = false;
                code.with(element);
            }
            case ArrayStoreInstruction store -> {
                place(code);
                arrayStore(code, store.typeKind());
                code.with(element);
            }
            case MonitorInstruction monitor -> {
                place(code);
                code.invokestatic(
                        Weaver.MONITORS,
                        monitor.opcode() == Opcode.MONITORENTER ? "monitorEnter" : "monitorExit",
                        OBJECT);
            }
            case ReturnInstruction _ -> {
                if (initialiser) {
                    initialiser(code, false);
                }
                code.with(element);
            }
            case NewObjectInstruction made
            when made.className().asInternalName().equals("java/lang/ThreadLocal") -> code.new_(LOCAL);
            case InvokeInstruction call -> call(code, call);
            case InvokeDynamicInstruction dynamic -> references.link(code, dynamic, this::changes, this::call);
            default -> code.with(element);
        }
    }

    /// Says where in the source the access that comes next stands. The stack stays as it is.
    private void place(CodeBuilder code) {
        if (!named) {
            return;
        }
        code.loadConstant(Sites.place(method + ":" + line)).invokestatic(Weaver.HOOKS, "at", PLACE);
    }

    /// A constructor's own object is not shared yet, and cannot even be looked at before the superclass has made it.
    private boolean isFirstWrite(FieldInstruction access) {
        return constructor
                && access.opcode() == Opcode.PUTFIELD
                && access.owner().asInternalName().equals(self);
    }

    private void field(CodeBuilder code, FieldInstruction access) {
        int number = Sites.add(access.name().stringValue());
        int site = fields.isVolatile(access) ? ~number : number;
        switch (access.opcode()) {
            case GETFIELD -> code.dup().loadConstant(site).invokestatic(Weaver.HOOKS, "read", FIELD);
            case PUTFIELD -> {
                if (TypeKind.from(access.typeSymbol()).slotSize() == 2) {
                    code.dup2_x1().pop2().dup_x2(); // object, value → object, value, object
                } else {
                    code.dup2().pop(); // object, value → object, value, object
                }
                code.loadConstant(site).invokestatic(Weaver.HOOKS, "write", FIELD);
            }
            case GETSTATIC ->
                code.loadConstant(access.owner().asSymbol())
                        .loadConstant(site)
                        .invokestatic(Weaver.HOOKS, "readStatic", STATIC);
            default ->
                code.loadConstant(access.owner().asSymbol())
                        .loadConstant(site)
                        .invokestatic(Weaver.HOOKS, "writeStatic", STATIC);
        }
    }

    /// array, index, value → the same; the hook sees array and index.
    private static void arrayStore(CodeBuilder code, TypeKind kind) {
        if (kind.slotSize() == 2) {
            code.dup2_x2().pop2().dup2().invokestatic(Weaver.HOOKS, "writeElement", FIELD);
            code.dup2_x2().pop2();
        } else {
            code.dup_x2().pop().dup2().invokestatic(Weaver.HOOKS, "writeElement", FIELD);
            code.dup2_x1().pop2();
        }
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
            calls.check(code, call, line);
            place(code);
            bridges.call(code, call);
        } else {
            if (isCountedHere(call)) {
                place(code);
            }
            if (!calls.replaced(code, call, line)) {
                code.with(call);
            }
        }
    }

    /// True when what is called may be a step without saying where in the source.
    private boolean isCountedHere(InvokeInstruction call) {
        String owner = call.owner().asInternalName().replace('/', '.');
        if (call.opcode() == Opcode.INVOKEINTERFACE
                || TakenOver.isName(owner)
                || calls.changes(
                        call.owner().asInternalName(),
                        call.name().stringValue(),
                        call.type().stringValue())) {
            return true;
        }
        ClassModel model = loader.isTwin(owner) ? loader.model(owner) : null;
        return model != null && isCountedAtCaller(model);
    }
}
