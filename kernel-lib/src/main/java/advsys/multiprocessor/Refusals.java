package advsys.multiprocessor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The calls to the JDK that a simulated machine cannot answer, and what to write instead.
final class Refusals {
    private static final String CONCURRENT = "java/util/concurrent/";
    private static final Set<String> HARMLESS = Set.of(
            "<init>",
            "ofPlatform",
            "ofVirtual",
            "getName",
            "setName",
            "threadId",
            "getId",
            "isVirtual",
            "isDaemon",
            "setDaemon",
            "getPriority",
            "setPriority",
            "getThreadGroup",
            "getContextClassLoader",
            "setContextClassLoader",
            "run",
            "equals",
            "hashCode",
            "toString");

    /// What begins so is refused, and what to write instead; nothing where it is allowed. The first that fits decides.
    private static final List<Map.Entry<String, String>> REFUSED = List.of(
            Map.entry(CONCURRENT + "TimeUnit.timed", "call wait or join itself, with a length of time"),
            Map.entry(CONCURRENT + "locks/LockSupport.parkUntil", "simulated time has no date: take parkNanos"),
            Map.entry(CONCURRENT + "CompletableFuture", "its threads are a pool's of the host: take a FutureTask"),
            Map.entry(CONCURRENT + "ForkJoin", "its threads are the host's: start threads, or take an Executor"),
            Map.entry(CONCURRENT + "CountedCompleter", "its threads are the host's: leave out the threshold"),
            Map.entry(CONCURRENT + "Scheduled", "its threads wait by the host's clock: sleep in a thread"),
            Map.entry("java/util/Random.", "its seed is shared by a loop inside the JDK: take ThreadLocalRandom"),
            Map.entry("java/util/Timer", "its thread is the host's: sleep in a thread"),
            Map.entry("java/util/Vector.", "it holds the JVM's own monitor: take a CopyOnWriteArrayList"),
            Map.entry("java/util/Hashtable.", "it holds the JVM's own monitor: take a ConcurrentHashMap"),
            Map.entry(
                    "java/util/Collections.synchronized",
                    "it holds the JVM's own monitor: write synchronized, or take a concurrent class"),
            Map.entry("java/util/Collection.parallelStream", "its threads are the host's: take stream()"),
            Map.entry("java/util/Arrays.parallel", "its threads are the host's: write a loop"),
            Map.entry("java/util/stream/BaseStream.parallel", "its threads are the host's: leave it sequential"),
            Map.entry("java/lang/System.currentTimeMillis", "simulated time is System.nanoTime()"),
            Map.entry("java/time/Instant.now", "simulated time is System.nanoTime()"),
            Map.entry("java/time/Clock.", "simulated time is System.nanoTime()"),
            Map.entry("java/lang/System.load", "it is native: write it in Java"),
            Map.entry("java/lang/Thread$Builder", ""),
            Map.entry("java/lang/Thread$State", ""),
            Map.entry("java/lang/Thread.", "it shows or changes a thread of the host's, and this one is simulated"),
            Map.entry("java/lang/reflect/Array.", ""),
            Map.entry("java/lang/reflect/", "name the field or method itself"),
            Map.entry("java/lang/Class.getDeclared", "name the field or method itself"),
            Map.entry("java/lang/invoke/MethodHandles$Lookup.findVarHandle", ""),
            Map.entry("java/lang/invoke/MethodHandles$Lookup.findStaticVarHandle", ""),
            Map.entry("java/lang/invoke/MethodHandles$Lookup.find", "name the field or method itself"),
            Map.entry("java/lang/invoke/MethodHandles$Lookup.unreflect", "name the field or method itself"),
            Map.entry("java/lang/foreign/", "it is outside of the JVM's memory: take an array"),
            Map.entry("java/lang/Process", "a simulated CPU starts no processes"),
            Map.entry("java/lang/Runtime.exec", "a simulated CPU starts no processes"),
            Map.entry("java/io/ObjectStreamField.", ""),
            Map.entry("java/io/", "leave input and output to the scenario"),
            Map.entry("java/nio/ByteBuffer.allocateDirect", "it is outside of the JVM's memory: take an array"),
            Map.entry("java/nio/channels/", "leave input and output to the scenario"),
            Map.entry("java/nio/file/", "leave input and output to the scenario"),
            Map.entry("java/net/", "leave input and output to the scenario"),
            Map.entry("jdk/internal/", "it is inside the JDK, and the host's"),
            Map.entry("sun/misc/Unsafe", "its offsets are the host's: take a VarHandle"));

    /// Interfaces, exceptions and plain values of `java.util.concurrent`, and what is hooked call by call.
    private static final Set<String> ALLOWED = Set.of(
            "ThreadLocalRandom",
            "TimeUnit",
            "Callable",
            "Future",
            "RunnableFuture",
            "Executor",
            "ExecutorService",
            "CompletionService",
            "ThreadFactory",
            "RejectedExecutionHandler",
            "BlockingQueue",
            "BlockingDeque",
            "TransferQueue",
            "ConcurrentMap",
            "ConcurrentNavigableMap",
            "Delayed",
            "ForkJoinPool$ManagedBlocker",
            "locks/Lock",
            "locks/Condition",
            "locks/ReadWriteLock");

    private Refusals() {}

    private static final Map<String, Optional<String>> KNOWN = new ConcurrentHashMap<>(); // by the whole call

    /// What to write in place of a call that cannot be simulated; null when it can.
    static @Nullable String remedy(String owner, String call) {
        if (!owner.startsWith("java/") && !owner.startsWith("jdk/") && !owner.startsWith("sun/")) {
            return null;
        }
        return KNOWN.computeIfAbsent(owner + "." + call, whole -> Optional.ofNullable(find(whole, owner, call)))
                .orElse(null);
    }

    private static @Nullable String find(String whole, String owner, String call) {
        String name = call.substring(0, call.indexOf('('));
        if ((owner.equals("java/lang/Thread") && HARMLESS.contains(name))
                || owner.endsWith("Exception")
                || owner.endsWith("Error")) {
            return null;
        }
        for (Map.Entry<String, String> refused : REFUSED) {
            if (whole.startsWith(refused.getKey())) {
                return refused.getValue().isEmpty() ? null : refused.getValue();
            }
        }
        if (owner.startsWith(CONCURRENT + "atomic/") || !owner.startsWith(CONCURRENT)) {
            return null;
        }
        return ALLOWED.contains(owner.substring(CONCURRENT.length()))
                ? null
                : "its inside is the JDK's own: take one of the locks, queues, maps and latches of"
                        + " java.util.concurrent, or write it with atomics or synchronized";
    }
}
