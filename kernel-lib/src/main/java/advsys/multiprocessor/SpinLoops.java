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
    /// Of a pause: there is more to its loop than waiting, or nobody knows.
    static final int OTHER = 0;
    /// Its loop does nothing but wait.
    static final int WAITS = 1;
    /// Its loop does nothing but wait, and each turn reads shared memory before it pauses.
    static final int READS_THEN_WAITS = 2;

    private final Deque<Integer> kinds = new ArrayDeque<>();
    private final WovenLoader loader;
    private final SharedFields fields;

    SpinLoops(CodeModel code, WovenLoader loader, SharedFields fields) {
        this.loader = loader;
        this.fields = fields;
        List<CodeElement> elements = code.elementList();
        Map<Label, Integer> labels = new HashMap<>();
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof LabelTarget target) {
                labels.put(target.label(), i);
            }
        }
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof InvokeInstruction call && Calls.isSpinWait(call)) {
                kinds.add(kind(elements, labels, i));
            }
        }
    }

    /// Of the next `onSpinWait` in the order of the code.
    int kind() {
        return kinds.isEmpty() ? OTHER : kinds.remove(); // a method reference to it stands in no loop
    }

    private int kind(List<CodeElement> elements, Map<Label, Integer> labels, int call) {
        for (int end = call; end < elements.size(); end++) {
            if (elements.get(end) instanceof BranchInstruction branch) {
                int start = labels.getOrDefault(branch.target(), Integer.MAX_VALUE);
                if (start <= call) { // the innermost loop around the call
                    boolean waits = leavesNoTrace(elements.subList(start, end));
                    return !waits ? OTHER : readsFirst(elements.subList(start, call)) ? READS_THEN_WAITS : WAITS;
                }
            }
        }
        return OTHER;
    }

    /// True when a read comes before anything that could go round it.
    private boolean readsFirst(List<CodeElement> upToPause) {
        for (CodeElement element : upToPause) {
            switch (element) {
                case BranchInstruction _ -> {
                    return false;
                }
                case InvokeInstruction call
                when Bridges.isAccess(loader, call) -> {
                    return true;
                }
                case FieldInstruction access
                when fields.contains(access) -> {
                    return true;
                }
                default -> {}
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
                    if (!Calls.isSpinWait(call) && !Bridges.isAccess(loader, call) && !isOurs(call)) {
                        return false;
                    }
                    justRead = Bridges.isAccess(loader, call);
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
        return loader.isTwin(call.owner().asInternalName().replace('/', '.'));
    }
}
