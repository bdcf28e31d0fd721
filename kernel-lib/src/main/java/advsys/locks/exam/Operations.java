package advsys.locks.exam;

import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which calls of the JDK and of the library matter to threads that take turns.
final class Operations {
    private static final Set<String> READS =
            Set.of("get", "getAcquire", "getOpaque", "getPlain", "getVolatile", "intValue", "longValue", "length");

    /// What stands in a turn taker's code in place of a static method, or of a virtual one with its object as the
    /// first argument: class and descriptor of those that have a twin of their name in [TurnTaker].
    private static final Map<String, Set<String>> CLOCKS_AND_DICE = Map.of(
            "java/lang/Thread", Set.of("onSpinWait()V", "yield()V", "sleep(J)V"),
            "java/util/concurrent/locks/LockSupport",
                    Set.of(
                            "park()V",
                            "park(Ljava/lang/Object;)V",
                            "unpark(Ljava/lang/Thread;)V",
                            "parkNanos(J)V",
                            "parkNanos(Ljava/lang/Object;J)V"),
            "java/lang/System", Set.of("nanoTime()J"),
            "java/lang/Math", Set.of("random()D"),
            "java/util/concurrent/ThreadLocalRandom",
                    Set.of("nextInt()I", "nextInt(I)I", "nextInt(II)I", "nextLong(J)J", "nextLong(JJ)J"));

    private Operations() {}

    /// True for the operations of atomics, VarHandles and the library's padded words.
    static boolean onSharedWord(String type) {
        return type.startsWith("java/util/concurrent/atomic/")
                || type.equals("java/lang/invoke/VarHandle")
                || type.startsWith("advsys/locks/Padded");
    }

    /// True for an operation that asks for its cache line exclusively, also when it then changes nothing.
    static boolean writes(String operation) {
        return !READS.contains(operation);
    }

    /// The descriptor of the turn taker's method that stands in for `call`; null when it stays.
    static @Nullable MethodTypeDesc turnTakers(InvokeInstruction call) {
        Set<String> known = CLOCKS_AND_DICE.getOrDefault(call.owner().asInternalName(), Set.of());
        if (!known.contains(call.name().stringValue() + call.type().stringValue())) {
            return null;
        }
        MethodTypeDesc type = call.typeSymbol();
        return call.opcode() == Opcode.INVOKESTATIC ? type : type.insertParameterTypes(0, ConstantDescs.CD_Object);
    }
}
