package advsys.multiprocessor;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which of a method's `Thread.onSpinWait` stand in a loop that does nothing but wait: one turn leaves no trace in the
/// method's variables, other than what was just read from shared memory. Then as many turns as one likes are the same
/// as one. A method marked [advsys.lab.WaitsOnly] promises that of the loops that call it.
final class SpinLoops {
    private final Deque<Boolean> waits = new ArrayDeque<>();
    private final Twins twins;

    SpinLoops(CodeModel code, Twins twins) {
        this.twins = twins;
        List<CodeElement> elements = code.elementList();
        Map<Label, Integer> labels = new HashMap<>();
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof LabelTarget target) {
                labels.put(target.label(), i);
            }
        }
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof InvokeInstruction call && Calls.isSpinWait(call)) {
                waits.add(waits(elements, labels, i));
            }
        }
    }

    /// For the next `onSpinWait` in the order of the code.
    boolean waits() {
        return waits.remove();
    }

    private boolean waits(List<CodeElement> elements, Map<Label, Integer> labels, int call) {
        for (int end = call; end < elements.size(); end++) {
            if (elements.get(end) instanceof BranchInstruction branch) {
                int start = labels.getOrDefault(branch.target(), Integer.MAX_VALUE);
                if (start <= call) { // the innermost loop around the call
                    return leavesNoTrace(elements.subList(start, end));
                }
            }
        }
        return false;
    }

    private boolean leavesNoTrace(List<CodeElement> turn) {
        boolean justRead = false;
        for (CodeElement element : turn) {
            switch (element) {
                case IncrementInstruction _ -> {
                    return false;
                }
                case StoreInstruction _ -> {
                    if (!justRead) {
                        return false;
                    }
                }
                case InvokeInstruction call -> {
                    if (!Calls.isSpinWait(call) && !Bridges.isAccess(call) && !isOurs(call)) {
                        return false;
                    }
                    justRead = Bridges.isAccess(call);
                }
                case InvokeDynamicInstruction dynamic -> {
                    if (!dynamic.name().equalsString("stop")) { // a stop check
                        return false;
                    }
                }
                case FieldInstruction access ->
                    justRead = access.opcode() == Opcode.GETFIELD || access.opcode() == Opcode.GETSTATIC;
                case StackInstruction _, TypeCheckInstruction _ -> {}
                case Instruction _ -> justRead = false;
                default -> {}
            }
        }
        return true;
    }

    private boolean isOurs(InvokeInstruction call) {
        return twins.isTwin(call.owner().asInternalName().replace('/', '.'));
    }
}
