package advsys.locks.exam;

import advsys.lab.stop.StopWeaver;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/// Makes a lock's code take turns: it asks its [TurnTaker] in front of every access to shared memory and tells it what
/// came out; its pauses, its clock and its dice are the turn taker's.
///
/// Left alone: constructors (a new object is not shared yet) and the padded words, whose callers take the turn.
final class TurnWeaver implements Weaver {
    /// A place in the code.
    ///
    /// @param what "held.getAndSet"
    /// @param where "lock, line 12"
    /// @param writes it may change what others read
    record Site(String what, String where, boolean writes) {}

    private static final ClassDesc TAKER = ClassDesc.of(TurnTaker.class.getName());
    private static final String PADDED = "advsys/locks/Padded";
    private static final String CELLS = "REPL/"; // where the lines are not those that a reader sees

    private final List<Site> sites = new ArrayList<>();
    private final FinalFields constants = new FinalFields();

    @Override
    public synchronized int sites() {
        return sites.size();
    }

    synchronized Site site(int number) {
        return sites.get(number);
    }

    private synchronized int add(Site site) {
        sites.add(site);
        return sites.size() - 1;
    }

    @Override
    public byte[] weave(byte[] classFile) {
        ClassModel original = ClassFile.of().parse(classFile);
        if (original.thisClass().asInternalName().startsWith(PADDED)) {
            return classFile;
        }
        byte[] stoppable = new StopWeaver(StopWeaver.Entries.RECURSIVE).weave(classFile);
        ClassModel model = ClassFile.of().parse(stoppable);
        constants.add(model);
        return ClassFile.of().transformClass(model, (builder, element) -> {
            if (element instanceof MethodModel method
                    && !method.methodName().stringValue().startsWith("<")) {
                builder.transformMethod(
                        method,
                        MethodTransform.transformingCode(CodeTransform.ofStateful(
                                () -> new Turned(model, method.methodName().stringValue()))));
            } else {
                builder.with(element);
            }
        });
    }

    /// One method's code.
    private final class Turned implements CodeTransform {
        private final String owner;
        private final String method;
        private String word = ""; // the last field that was loaded: the word that an operation is on
        private int line;

        Turned(ClassModel model, String method) {
            this.owner = model.thisClass().asInternalName();
            this.method = method;
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            switch (element) {
                case LineNumber number -> {
                    line = number.line();
                    code.with(element);
                }
                case FieldInstruction field -> field(code, field);
                case InvokeInstruction call -> call(code, call);
                case InvokeDynamicInstruction call
                when call.name().equalsString("stop") -> {
                    code.invokestatic(TAKER, "loop", ConstantDescs.MTD_void);
                    code.with(element);
                }
                default -> code.with(element);
            }
        }

        private void field(CodeBuilder code, FieldInstruction field) {
            String name = field.name().stringValue();
            if (constants.has(field)) {
                word = name;
                code.with(field);
                return;
            }
            boolean writes = field.opcode() == Opcode.PUTFIELD || field.opcode() == Opcode.PUTSTATIC;
            access(code, (writes ? "write " : "read ") + name, writes);
            code.with(field);
            if (!writes) {
                saw(code, field.typeSymbol());
            }
        }

        private void call(CodeBuilder code, InvokeInstruction call) {
            String type = call.owner().asInternalName();
            String name = call.name().stringValue();
            if (!name.equals("<init>") && Operations.onSharedWord(type)) {
                access(code, word.isEmpty() ? name : word + "." + name, Operations.writes(name));
                code.with(call);
                saw(code, call.typeSymbol().returnType());
                return;
            }
            MethodTypeDesc ours = Operations.turnTakers(call);
            if (ours == null) {
                code.with(call);
            } else {
                code.invokestatic(TAKER, name.equals("yield") ? "giveWay" : name, ours);
            }
        }

        private void access(CodeBuilder code, String what, boolean writes) {
            String where = owner.startsWith(CELLS) || line == 0 ? method : method + ", line " + line;
            int site = add(new Site(what, where, writes));
            code.loadConstant(site)
                    .invokestatic(TAKER, "access", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int));
        }

        private void saw(CodeBuilder code, ClassDesc type) {
            if (type.equals(ConstantDescs.CD_boolean)) {
                code.dup().invokestatic(TAKER, "saw", MethodTypeDesc.of(ConstantDescs.CD_void, type));
            } else if (type.equals(ConstantDescs.CD_int)) {
                code.dup().invokestatic(TAKER, "saw", MethodTypeDesc.of(ConstantDescs.CD_void, type));
            } else if (!type.isPrimitive()) {
                code.dup()
                        .invokestatic(TAKER, "saw", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object));
            }
        }
    }
}
