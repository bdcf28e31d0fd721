package advsys.multiprocessor;

import java.util.Arrays;

/// The CPUs that can go on, the one with the least time first, and among equals the one with the least number: a binary
/// heap of keys.
final class Turns {
    private static final int BITS = 7; // of a key, for the CPU's number
    static final int CLOCK = 127; // stands where a CPU's number does: it comes after all of them
    static final long NONE = -1;

    private long[] keys = new long[64];
    private int size;

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
        return size == 0;
    }

    long first() {
        return keys[0];
    }

    void add(long key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        int at = size++;
        while (at > 0 && keys[(at - 1) / 2] > key) {
            keys[at] = keys[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        keys[at] = key;
    }

    /// Takes the first out and puts `key`, which is later, in.
    long replaceFirst(long key) {
        long first = keys[0];
        sink(key);
        return first;
    }

    /// Takes `key` out, wherever it stands.
    void remove(long key) {
        long[] before = Arrays.copyOf(keys, size);
        size = 0;
        for (long each : before) {
            if (each != key) {
                add(each);
            }
        }
    }

    long take() {
        long first = keys[0];
        sink(keys[--size]);
        return first;
    }

    /// Puts `key` in place of the first.
    private void sink(long key) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && keys[child + 1] < keys[child]) {
                child++;
            }
            if (keys[child] >= key) {
                break;
            }
            keys[at] = keys[child];
            at = child;
        }
        keys[at] = key;
    }
}
