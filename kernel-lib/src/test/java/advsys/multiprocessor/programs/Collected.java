package advsys.multiprocessor.programs;

import advsys.multiprocessor.Program;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/// Programs on the JDK's concurrent collections. Each counts to CPUs × rounds.
public final class Collected {
    private Collected() {}

    public static final class Words implements Program {
        private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>(2); // small: it is resized

        @Override
        public void run(int cpu) {
            counts.merge("all", 1, Integer::sum);
            counts.computeIfAbsent("of " + cpu, name -> name.length());
            counts.put("round " + counts.get("all"), cpu);
        }

        @Override
        public long result() {
            return counts.size() > 4 && counts.containsKey("of 0") ? counts.get("all") : -1;
        }
    }

    /// Keys whose hash the JVM would draw by chance: the places in the table are the same in every run.
    public static final class ByIdentity implements Program {
        private final ConcurrentHashMap<Object, Integer> table = new ConcurrentHashMap<>();

        @Override
        public void run(int cpu) {
            table.put(new Object(), cpu);
            table.merge(Thread.currentThread(), 1, Integer::sum);
        }

        @Override
        public long result() {
            return table.size() - 4;
        }
    }

    public static final class Linked implements Program {
        private final Queue<Integer> queue = new ConcurrentLinkedQueue<>();

        @Override
        public void run(int cpu) {
            queue.add(cpu);
            Integer taken = queue.poll();
            queue.add(taken);
        }

        @Override
        public long result() {
            return queue.size();
        }
    }

    /// Even CPUs put, odd ones take.
    public static final class Bounded implements Program {
        private final BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(2);
        private final LongAdder done = new LongAdder();

        @Override
        public void run(int cpu) {
            try {
                if (cpu % 2 == 0) {
                    queue.put(cpu);
                } else {
                    queue.take();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            done.increment();
        }

        @Override
        public long result() {
            return queue.isEmpty() ? done.sum() : -1;
        }
    }

    public static final class TwoLocks implements Program {
        private final LinkedBlockingQueue<Integer> queue = new LinkedBlockingQueue<>();

        @Override
        public void run(int cpu) {
            queue.offer(cpu);
        }

        @Override
        public long result() {
            return queue.stream().mapToInt(value -> 1).sum();
        }
    }

    public static final class Skipping implements Program {
        private final ConcurrentSkipListMap<Integer, Integer> map = new ConcurrentSkipListMap<>();
        private final int[] next = new int[8];

        @Override
        public void run(int cpu) {
            map.put(1000 * cpu + next[cpu]++, cpu);
        }

        @Override
        public long result() {
            return map.firstKey() == 0 ? map.size() : -1;
        }
    }

    public static final class Copied implements Program {
        private final CopyOnWriteArrayList<Integer> list = new CopyOnWriteArrayList<>();

        @Override
        public void run(int cpu) {
            list.add(cpu);
        }

        @Override
        public long result() {
            return list.size();
        }
    }
}
