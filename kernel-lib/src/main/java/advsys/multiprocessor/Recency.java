package advsys.multiprocessor;

import java.util.Arrays;

/// When a CPU used each line last, and which lines a cache of the same size without sets would hold now.
///
/// Each use is written into a log, and its number is the time: an entry whose line was used again later is out of date.
/// So the line used longest ago is found by reading the log from its beginning, past what is out of date; and when the
/// log is full, what is not out of date is written anew, in the same order.
final class Recency {
    private final int capacity;
    private final int[] log; // a ring
    private final int mask;
    private long first = 1; // of the log
    private long next = 1;
    private long[] lastUse = new long[64]; // by line; negative when the cache without sets would not hold it
    private int size;

    Recency(int capacity) {
        this.capacity = capacity;
        this.log = new int[Math.max(64, Integer.highestOneBit(capacity) * 4)];
        this.mask = log.length - 1;
    }

    boolean holds(int line) {
        return line < lastUse.length && lastUse[line] > 0;
    }

    /// When it was used last; 0 when it never was.
    long lastUse(int line) {
        return line < lastUse.length ? Math.abs(lastUse[line]) : 0;
    }

    void used(int line) {
        long known = line < lastUse.length ? lastUse[line] : 0;
        if (known <= 0) {
            enter(line);
        } else if (known != next - 1) { // otherwise it was the last to be used
            note(line);
        }
    }

    private void note(int line) {
        if (next - first == log.length) {
            rewrite();
        }
        log[(int) next & mask] = line;
        lastUse[line] = next++;
    }

    private void enter(int line) {
        if (line >= lastUse.length) {
            lastUse = Arrays.copyOf(lastUse, Math.max(line + 1, 2 * lastUse.length));
        }
        if (size == capacity) {
            forgetOldest();
        } else {
            size++;
        }
        note(line);
    }

    private void forgetOldest() {
        int line = log[(int) first & mask];
        while (lastUse[line] != first) {
            line = log[(int) ++first & mask];
        }
        lastUse[line] = -first++;
    }

    /// The log is full: each entry goes to no later a place of the ring than that from which it is read.
    private void rewrite() {
        long end = next;
        for (long at = first; at < end; at++) {
            int line = log[(int) at & mask];
            if (lastUse[line] == at) {
                log[(int) next & mask] = line;
                lastUse[line] = next++;
            }
        }
        first = end;
    }
}
