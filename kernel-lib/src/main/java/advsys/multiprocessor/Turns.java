package advsys.multiprocessor;

import java.util.Arrays;

/// The CPUs that can go on, the one with the least time first, and among equals the one with the least number: a wheel
/// of keys, as those that follow each other are seldom far apart.
///
///     time    … 4711   4712   4713   4714 …  modulo the number of slots
///     CPUs        0    ..1.   1..1     0     a bit for each
///     used        0     1      1       0     a bit for each slot, and above it one for each word of those
///
/// What is later than the wheel reaches, and the clock, is kept in a heap.
///
/// - **Cost** a few steps, however many CPUs there are.
/// - **Source** after G. Varghese, T. Lauck, "Hashed and hierarchical timing wheels", SOSP 1987.
final class Turns {
    private static final int BITS = 7; // of a key, for the CPU's number
    static final int CLOCK = 127; // stands where a CPU's number does: it comes after all of them
    static final long NONE = -1;
    private static final long NEVER = Long.MAX_VALUE;

    private static final int SLOTS = 64 * 64;

    private final long[] slots = new long[SLOTS]; // by time: the CPUs, a bit for each
    private final long[] used = new long[SLOTS / 64]; // the slots with a CPU, a bit for each
    private long usedWords; // the words of `used` that are not 0
    private long begin; // of the wheel: nothing on it is earlier

    private long[] far = new long[64]; // a binary heap
    private int size; // of the heap
    private long first = NEVER;

    static long key(Cpu cpu) {
        return (cpu.time << BITS) | cpu.number;
    }

    /// The turn of the clock, at `time`.
    static long clock(long time) {
        return (time << BITS) | CLOCK;
    }

    static int cpu(long key) {
        return (int) (key & ((1 << BITS) - 1));
    }

    static long time(long key) {
        return key >> BITS;
    }

    boolean isEmpty() {
        return first == NEVER;
    }

    /// The first; later than any when there is none.
    long first() {
        return first;
    }

    void add(long key) {
        long ahead = time(key) - begin;
        if (ahead >= 0 && ahead < SLOTS && cpu(key) != CLOCK) {
            int slot = (int) time(key) & (SLOTS - 1);
            slots[slot] |= 1L << key; // the CPU's number: the shift is modulo 64
            used[slot >> 6] |= 1L << slot;
            usedWords |= 1L << (slot >> 6);
        } else {
            push(key);
        }
        first = Math.min(first, key);
    }

    /// Takes the first out.
    long take() {
        long taken = first;
        begin = Math.max(begin, time(taken));
        drop(taken);
        return taken;
    }

    /// Takes the first out and puts `key`, which is later, in.
    long replaceFirst(long key) {
        long taken = take();
        add(key);
        return taken;
    }

    /// Takes `key` out, wherever it stands.
    void remove(long key) {
        drop(key);
    }

    private void drop(long key) {
        if (size > 0 && far[0] == key) {
            sink(far[--size]);
        } else if (!dropFromWheel(key)) {
            dropFromHeap(key);
        }
        first = Math.min(firstOnWheel(), size == 0 ? NEVER : far[0]);
    }

    private boolean dropFromWheel(long key) {
        int slot = (int) time(key) & (SLOTS - 1);
        long me = 1L << key;
        long ahead = time(key) - begin;
        if (cpu(key) == CLOCK || ahead < 0 || ahead >= SLOTS || (slots[slot] & me) == 0) {
            return false;
        }
        slots[slot] ^= me;
        if (slots[slot] == 0) {
            used[slot >> 6] ^= 1L << slot;
            if (used[slot >> 6] == 0) {
                usedWords ^= 1L << (slot >> 6);
            }
        }
        return true;
    }

    private long firstOnWheel() {
        int from = (int) begin & (SLOTS - 1);
        int word = from >> 6;
        long there = used[word] & (-1L << from);
        if (there == 0) {
            long after = Long.rotateRight(usedWords, word + 1); // what is left of `word` itself comes last
            if (after == 0) {
                return NEVER;
            }
            word = (word + 1 + Long.numberOfTrailingZeros(after)) & 63;
            there = used[word];
        }
        int slot = (word << 6) + Long.numberOfTrailingZeros(there);
        long time = begin + ((slot - from) & (SLOTS - 1));
        return (time << BITS) | Long.numberOfTrailingZeros(slots[slot]);
    }

    private void push(long key) {
        if (size == far.length) {
            far = Arrays.copyOf(far, 2 * size);
        }
        int at = size++;
        while (at > 0 && far[(at - 1) / 2] > key) {
            far[at] = far[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        far[at] = key;
    }

    private void dropFromHeap(long key) {
        long[] before = Arrays.copyOf(far, size);
        size = 0;
        for (long each : before) {
            if (each != key) {
                push(each);
            }
        }
    }

    /// Puts `key` in place of the heap's first.
    private void sink(long key) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && far[child + 1] < far[child]) {
                child++;
            }
            if (far[child] >= key) {
                break;
            }
            far[at] = far[child];
            at = child;
        }
        far[at] = key;
    }
}
