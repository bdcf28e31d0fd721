package advsys.multiprocessor;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Calls to the JDK that a simulated CPU answers itself, and those that it cannot.
final class Calls {
    private static final String LOCALS = "java/lang/ThreadLocal";
    private static final String RANDOM = "java/util/concurrent/ThreadLocalRandom";

    /// Called with the same stack, but for the receiver, which becomes the first parameter: call → hook.
    private static final Map<String, String> HOOKS = Map.ofEntries(
            Map.entry("java/lang/Thread.yield()V", "yieldNow"),
            Map.entry("java/lang/Thread.sleep(J)V", "sleep"),
            Map.entry("java/lang/Thread.currentThread()Ljava/lang/Thread;", "currentThread"),
            Map.entry("java/lang/System.nanoTime()J", "nanoTime"),
            Map.entry("java/util/concurrent/locks/LockSupport.park()V", "park"),
            Map.entry("java/util/concurrent/locks/LockSupport.park(Ljava/lang/Object;)V", "park"),
            Map.entry("java/util/concurrent/locks/LockSupport.unpark(Ljava/lang/Thread;)V", "unpark"),
            Map.entry(LOCALS + ".withInitial(Ljava/util/function/Supplier;)Ljava/lang/ThreadLocal;", "withInitial"),
            Map.entry(RANDOM + ".nextInt()I", "nextInt"),
            Map.entry(RANDOM + ".nextInt(I)I", "nextInt"),
            Map.entry(RANDOM + ".nextInt(II)I", "nextInt"),
            Map.entry(RANDOM + ".nextLong()J", "nextLong"),
            Map.entry(RANDOM + ".nextBoolean()Z", "nextBoolean"),
            Map.entry(RANDOM + ".nextDouble()D", "nextDouble"));

    /// By name and type alone: every object has them.
    private static final Map<String, String> OF_ANY_OBJECT =
            Map.of("wait()V", "await", "notify()V", "signal", "notifyAll()V", "signalAll");

    private static final Set<String> HARMLESS = Set.of("getName", "threadId", "equals", "hashCode", "toString");

    /// What begins so is refused, and what to write instead.
    private static final List<Map.Entry<String, String>> REFUSED = List.of(
            Map.entry(RANDOM + ".current(", ""), // its numbers are taken over
            Map.entry("java/util/concurrent/TimeUnit.", ""),
            Map.entry("java/util/concurrent/atomic/LongA", "a striped counter is many words: write an AtomicLong"),
            Map.entry("java/util/concurrent/atomic/DoubleA", "write an AtomicLong, or a field with a VarHandle"),
            Map.entry("java/util/concurrent/atomic/Striped", "write an AtomicLong"),
            Map.entry("java/util/concurrent/atomic/", ""),
            Map.entry("java/util/concurrent/", "its inside is the JDK's own: write it with atomics or synchronized"),
            Map.entry("java/util/Random.", "its seed is shared by a loop inside the JDK: take ThreadLocalRandom"),
            Map.entry("java/lang/System.currentTimeMillis", "simulated time is System.nanoTime()"),
            Map.entry("java/lang/System.arraycopy", "copy in a loop, so that each element is an access"),
            Map.entry("java/lang/Thread.", "the machine's CPUs are the threads: leave threads to the scenario"),
            Map.entry("java/lang/reflect/", "name the field or method itself"),
            Map.entry("java/lang/Class.getDeclared", "name the field or method itself"),
            Map.entry("java/lang/Object.wait(J", "simulated waits have no time limit: write wait()"),
            Map.entry("java/lang/Process", "a simulated CPU starts no processes"),
            Map.entry("java/io/", "leave input and output to the scenario"),
            Map.entry("java/nio/", "leave input and output to the scenario"),
            Map.entry("java/net/", "leave input and output to the scenario"));

    private final String method;

    Calls(String method) {
        this.method = method;
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

    /// Calls a hook in place of `call`, if there is one.
    ///
    /// @throws IllegalArgumentException if the call cannot be simulated
    boolean replaced(CodeBuilder code, InvokeInstruction call, int line) {
        String owner = call.owner().asInternalName();
        String what = call.name().stringValue() + call.type().stringValue();
        String hook = HOOKS.get(owner + "." + what);
        if (hook != null) {
            boolean receiver = call.opcode() != Opcode.INVOKESTATIC;
            MethodTypeDesc type = call.typeSymbol();
            code.invokestatic(
                    Weaver.HOOKS,
                    hook,
                    receiver ? type.insertParameterTypes(0, call.owner().asSymbol()) : type);
            return true;
        }
        String ofAny = call.opcode() == Opcode.INVOKESTATIC ? null : OF_ANY_OBJECT.get(what);
        if (ofAny != null) {
            List<ClassDesc> object = List.of(ConstantDescs.CD_Object);
            code.invokestatic(Weaver.HOOKS, ofAny, MethodTypeDesc.of(ConstantDescs.CD_void, object));
            return true;
        }
        String remedy = remedy(owner, what);
        if (remedy != null) {
            throw new IllegalArgumentException("a simulated machine cannot run " + owner.replace('/', '.') + "."
                    + call.name() + ", in line " + line + " of " + method + ": " + remedy);
        }
        return false;
    }

    /// What to write in place of a call that cannot be simulated; null when it can.
    private static @Nullable String remedy(String owner, String what) {
        boolean harmless = owner.equals("java/lang/Thread") && HARMLESS.contains(what.substring(0, what.indexOf('(')));
        if (harmless || owner.endsWith("Exception") || owner.endsWith("Error")) {
            return null;
        }
        String call = owner + "." + what;
        for (Map.Entry<String, String> refused : REFUSED) {
            if (call.startsWith(refused.getKey())) {
                return refused.getValue().isEmpty() ? null : refused.getValue();
            }
        }
        return null;
    }
}
