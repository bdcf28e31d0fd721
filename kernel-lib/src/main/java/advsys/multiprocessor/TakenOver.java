package advsys.multiprocessor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The JDK's own concurrent classes that a simulated machine takes over: under another name, woven as the reader's
/// classes are. Interfaces, exceptions and enums stay the JDK's.
///
/// A class file refers to others by the texts of its constants: to give `java/util/concurrent/Semaphore` another name
/// is to write another text wherever that stands. Nothing else in the file changes.
///
///     java/util/concurrent/Semaphore  →  simulated/java/util/concurrent/Semaphore
///     jdk/internal/misc/Unsafe        →  advsys/multiprocessor/OffsetAccess
final class TakenOver {
    static final String PREFIX = "simulated.";

    private static final String OURS = "advsys/multiprocessor/";
    private static final Pattern NAME = Pattern.compile(
            "(?<!simulated/)java/util/concurrent/(?:locks/|atomic/)?(\\w+)(?:\\$[\\w$]+)?|jdk/internal/[a-z]+/\\w+");

    /// With all that is nested in them.
    private static final Set<String> CLASSES = Set.of(
            "AbstractOwnableSynchronizer",
            "AbstractQueuedSynchronizer",
            "AbstractQueuedLongSynchronizer",
            "ReentrantLock",
            "ReentrantReadWriteLock",
            "StampedLock",
            "Semaphore",
            "CountDownLatch",
            "CyclicBarrier",
            "Phaser",
            "Exchanger",
            "ConcurrentHashMap",
            "ConcurrentSkipListMap",
            "ConcurrentSkipListSet",
            "ConcurrentLinkedQueue",
            "ConcurrentLinkedDeque",
            "CopyOnWriteArrayList",
            "CopyOnWriteArraySet",
            "ArrayBlockingQueue",
            "LinkedBlockingQueue",
            "LinkedBlockingDeque",
            "LinkedTransferQueue",
            "SynchronousQueue",
            "PriorityBlockingQueue",
            "DelayQueue",
            "FutureTask",
            "AbstractExecutorService",
            "ThreadPoolExecutor",
            "Executors",
            "Helpers",
            "Striped64",
            "LongAdder",
            "LongAccumulator",
            "DoubleAdder",
            "DoubleAccumulator");

    /// What those classes have from inside the JDK, and who does the same here.
    private static final Map<String, String> INSIDE = Map.of(
            "jdk/internal/misc/Unsafe", OURS + "OffsetAccess",
            "jdk/internal/invoke/MhUtil", OURS + "JdkHelp",
            "jdk/internal/util/ArraysSupport", OURS + "JdkHelp",
            "jdk/internal/access/SharedSecrets", OURS + "JdkHelp",
            "jdk/internal/access/JavaUtilConcurrentTLRAccess", OURS + "JdkHelp$Probes",
            "jdk/internal/vm/SharedThreadContainer", OURS + "JdkHelp$Container");

    private static final int UTF8 = 1;
    /// By the tag of a constant: how many bytes it has. Those of a text are counted before it.
    private static final int[] BYTES = {0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2};

    private TakenOver() {}

    /// True for a class of the JDK, by its internal name, that is run under another name.
    static boolean contains(String internalName) {
        Matcher matcher = NAME.matcher(internalName);
        return matcher.matches() && matcher.group(1) != null && CLASSES.contains(matcher.group(1));
    }

    /// True for the name under which such a class is run.
    static boolean isName(String name) {
        return name.startsWith(PREFIX);
    }

    /// The class file, with the names of all classes that are taken over changed.
    static byte[] renamed(byte[] file) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.length + 1024);
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeLong(in.readLong()); // magic and version
            int constants = in.readUnsignedShort();
            out.writeShort(constants);
            for (int i = 1; i < constants; i++) {
                int tag = in.readUnsignedByte();
                out.writeByte(tag);
                if (tag == UTF8) {
                    out.writeUTF(renamed(in.readUTF()));
                } else {
                    out.write(in.readNBytes(BYTES[tag]));
                    i += BYTES[tag] == 8 ? 1 : 0; // a long and a double count twice
                }
            }
            in.transferTo(out);
            return bytes.toByteArray();
        } catch (IOException impossible) { // it is all in memory
            throw new UncheckedIOException(impossible);
        }
    }

    private static String renamed(String text) {
        return !text.contains("java/util/concurrent/") && !text.contains("jdk/internal/")
                ? text
                : NAME.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(other(found.group(), found.group(1))));
    }

    private static String other(String name, String outermost) {
        return outermost != null && CLASSES.contains(outermost)
                ? PREFIX.replace('.', '/') + name
                : INSIDE.getOrDefault(name, name);
    }
}
