package advsys.multiprocessor;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The calls to the JDK that a simulated machine answers itself: which hook stands in place of which call. A hook takes
/// what the call takes; of a method of an object, the object first.
final class HookTable {
    /// A static method of one of the classes of hooks.
    ///
    /// @param receiver what it takes the object for, when the call is one of an object
    record Hook(ClassDesc owner, String name, ClassDesc receiver) {}

    private static final String CONCURRENT = "java/util/concurrent/";
    private static final String BUILDER = "java/lang/Thread$Builder";
    private static final Map<String, Hook> HOOKS = new HashMap<>();
    private static final Map<String, Hook> OF_ANY_OBJECT = new HashMap<>(); // every object has them

    static {
        ClassDesc threads = Weaver.THREADS;
        String thread = "java/lang/Thread.";
        add(threads, thread, "currentThread()Ljava/lang/Thread;", "currentThread");
        add(threads, thread, "yield()V", "yieldNow");
        add(threads, thread, "sleep(J)V", "sleep");
        add(threads, thread, "sleep(JI)V", "sleep");
        add(threads, thread, "sleep(Ljava/time/Duration;)V", "sleep");
        add(threads, thread, "start()V", "start");
        add(threads, thread, "startVirtualThread(Ljava/lang/Runnable;)Ljava/lang/Thread;", "startVirtualThread");
        add(threads, thread, "join()V", "join");
        add(threads, thread, "join(J)V", "join");
        add(threads, thread, "join(JI)V", "join");
        add(threads, thread, "join(Ljava/time/Duration;)Z", "join");
        add(threads, thread, "interrupt()V", "interrupt");
        add(threads, thread, "isInterrupted()Z", "isInterrupted");
        add(threads, thread, "interrupted()Z", "interrupted");
        add(threads, thread, "isAlive()Z", "isAlive");
        add(threads, thread, "getState()Ljava/lang/Thread$State;", "getState");
        add(Weaver.MONITORS, thread, "holdsLock(Ljava/lang/Object;)Z", "holdsLock");
        for (String kind : new String[] {"", "$OfPlatform", "$OfVirtual"}) {
            String builder = BUILDER + kind + ".";
            add(threads, builder, "start(Ljava/lang/Runnable;)Ljava/lang/Thread;", "start");
            add(threads, builder, "unstarted(Ljava/lang/Runnable;)Ljava/lang/Thread;", "unstarted");
            add(threads, builder, "factory()Ljava/util/concurrent/ThreadFactory;", "factory");
        }
        add(threads, "java/lang/System.", "nanoTime()J", "nanoTime");
        add(threads, "java/lang/Runtime.", "availableProcessors()I", "availableProcessors");
        ClassDesc hashes = ClassDesc.of(IdentityHashes.class.getName());
        add(hashes, "java/lang/System.", "identityHashCode(Ljava/lang/Object;)I", "identityHashCode");
        add(hashes, "java/util/Objects.", "hashCode(Ljava/lang/Object;)I", "ofNullable");
        OF_ANY_OBJECT.put("hashCode()I", new Hook(hashes, "hashCode", ConstantDescs.CD_Object));
        add(Weaver.HOOKS, "java/lang/System.", "arraycopy(Ljava/lang/Object;ILjava/lang/Object;II)V", "arraycopy");
        add(
                threads,
                "java/lang/ThreadLocal.",
                "withInitial(Ljava/util/function/Supplier;)Ljava/lang/ThreadLocal;",
                "withInitial");
        add(threads, CONCURRENT + "TimeUnit.", "sleep(J)V", "sleep");
        String permits = CONCURRENT + "locks/LockSupport.";
        add(threads, permits, "park()V", "park");
        add(threads, permits, "park(Ljava/lang/Object;)V", "park");
        add(threads, permits, "parkNanos(J)V", "parkNanos");
        add(threads, permits, "parkNanos(Ljava/lang/Object;J)V", "parkNanos");
        add(threads, permits, "unpark(Ljava/lang/Thread;)V", "unpark");
        add(threads, permits, "setCurrentBlocker(Ljava/lang/Object;)V", "setCurrentBlocker");
        add(threads, permits, "getBlocker(Ljava/lang/Thread;)Ljava/lang/Object;", "getBlocker");
        add(threads, permits, "getThreadId(Ljava/lang/Thread;)J", "getThreadId");
        add(
                threads,
                CONCURRENT + "ForkJoinPool.",
                "managedBlock(Ljava/util/concurrent/ForkJoinPool$ManagedBlocker;)V",
                "managedBlock");
        ClassDesc random = ClassDesc.of(RandomHooks.class.getName());
        String local = CONCURRENT + "ThreadLocalRandom.";
        for (String call : new String[] {
            "nextInt()I",
            "nextInt(I)I",
            "nextInt(II)I",
            "nextLong()J",
            "nextBoolean()Z",
            "nextDouble()D",
            "getProbe()I",
            "localInit()V",
            "advanceProbe(I)I",
            "nextSecondarySeed()I"
        }) {
            add(random, local, call, call.substring(0, call.indexOf('(')));
        }
        add(random, local, "current()Ljava/util/concurrent/ThreadLocalRandom;", "current");
        OF_ANY_OBJECT.put("wait()V", new Hook(Weaver.MONITORS, "await", ConstantDescs.CD_Object));
        OF_ANY_OBJECT.put("wait(J)V", new Hook(Weaver.MONITORS, "await", ConstantDescs.CD_Object));
        OF_ANY_OBJECT.put("wait(JI)V", new Hook(Weaver.MONITORS, "await", ConstantDescs.CD_Object));
        OF_ANY_OBJECT.put("notify()V", new Hook(Weaver.MONITORS, "signal", ConstantDescs.CD_Object));
        OF_ANY_OBJECT.put("notifyAll()V", new Hook(Weaver.MONITORS, "signalAll", ConstantDescs.CD_Object));
    }

    private HookTable() {}

    private static void add(ClassDesc owner, String prefix, String call, String hook) {
        String type = prefix.substring(0, prefix.length() - 1);
        String receiver = type.startsWith(BUILDER) ? BUILDER : type; // what kind of thread is asked for does not matter
        HOOKS.put(prefix + call, new Hook(owner, hook, ClassDesc.ofInternalName(receiver)));
    }

    /// Null when the call stays as it is.
    static @Nullable Hook of(String owner, String call) {
        return HOOKS.get(owner + "." + call);
    }

    static @Nullable Hook ofAnyObject(String call) {
        return OF_ANY_OBJECT.get(call);
    }
}
