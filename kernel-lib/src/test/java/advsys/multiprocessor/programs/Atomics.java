package advsys.multiprocessor.programs;

import advsys.multiprocessor.Program;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.LongAdder;

/// Programs that use the classes of java.util.concurrent.atomic, as one writes them. Each counts to CPUs × rounds.
@SuppressWarnings("unused")
public final class Atomics {
    private Atomics() {}

    public static final class AtomicCount implements Program {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void run(int cpu) {
            count.incrementAndGet();
        }

        @Override
        public long result() {
            return count.get();
        }
    }

    public static final class Striped implements Program {
        private final LongAdder count = new LongAdder();

        @Override
        public void run(int cpu) {
            count.increment();
        }

        @Override
        public long result() {
            return count.sum();
        }
    }

    public static final class AtomicLongLoop implements Program {
        private final AtomicLong count = new AtomicLong();

        @Override
        public void run(int cpu) {
            long before;
            do {
                before = count.get();
            } while (!count.compareAndSet(before, before + 1));
        }

        @Override
        public long result() {
            return count.get();
        }
    }

    public static final class AtomicLambda implements Program {
        private final AtomicLong count = new AtomicLong();

        @Override
        public void run(int cpu) {
            count.updateAndGet(before -> before + 1);
        }

        @Override
        public long result() {
            return count.get();
        }
    }

    public static final class AtomicArrays implements Program {
        private final AtomicIntegerArray ints = new AtomicIntegerArray(8);
        private final AtomicLongArray longs = new AtomicLongArray(8);
        private final AtomicReferenceArray<String> names = new AtomicReferenceArray<>(8);

        @Override
        public void run(int cpu) {
            ints.incrementAndGet(cpu);
            longs.addAndGet(0, 1L);
            names.set(cpu, "cpu " + cpu);
        }

        @Override
        public long result() {
            long sum = 0;
            for (int i = 0; i < ints.length(); i++) {
                sum += ints.get(i);
            }
            return sum == longs.get(0) && names.get(0) != null ? sum : -1;
        }
    }

    /// A stack whose top is swapped: R. K. Treiber, 1986.
    public static final class TreiberStack implements Program {
        private record Node(int value, Node next) {}

        private final AtomicReference<Node> top = new AtomicReference<>();

        @Override
        public void run(int cpu) {
            Node old;
            do {
                old = top.get();
            } while (!top.compareAndSet(old, new Node(cpu, old)));
        }

        @Override
        public long result() {
            long size = 0;
            for (Node node = top.get(); node != null; node = node.next()) {
                size++;
            }
            return size;
        }
    }

    public static final class Stamped implements Program {
        private final AtomicStampedReference<String> stamped = new AtomicStampedReference<>("", 0);
        private final AtomicMarkableReference<String> marked = new AtomicMarkableReference<>("", false);

        @Override
        public void run(int cpu) {
            int[] stamp = new int[1];
            String value;
            do {
                value = stamped.get(stamp);
            } while (!stamped.compareAndSet(value, value, stamp[0], stamp[0] + 1));
            marked.attemptMark("", true);
        }

        @Override
        public long result() {
            return marked.isMarked() ? stamped.getStamp() : -1;
        }
    }

    public static final class SpinFlag implements Program {
        private final AtomicBoolean held = new AtomicBoolean();
        private long count;

        @Override
        public void run(int cpu) {
            while (held.getAndSet(true)) {
                while (held.get()) {
                    Thread.onSpinWait();
                }
            }
            count++;
            held.set(false);
        }

        @Override
        public long result() {
            return count;
        }
    }
}
