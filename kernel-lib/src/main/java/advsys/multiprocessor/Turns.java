package advsys.multiprocessor;

import java.util.Arrays;

/// The CPUs that can go on, the one with the least time first, and among equals the one with the least number: a binary
/// heap of keys.
final class Turns {
    private static final int BITS = 7; // of a key, for the CPU's number

    private long[] keys = new long[64];
    private int size;

    static long key(Cpu cpu) {
        return (cpu.time << BITS) | cpu.number;
    }

    static int cpu(long key) {
        return (int) (key & ((1 << BITS) - 1));
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
        long last = keys[--size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && keys[child + 1] < keys[child]) {
                child++;
            }
            if (keys[child] >= last) {
                break;
            }
            keys[at] = keys[child];
            at = child;
        }
        keys[at] = last;
        return first;
    }
}
