package advsys.multiprocessor;

import java.util.Arrays;

/// The lines that a cache of the same size without sets would hold now: a list, the last used first.
final class Recency {
    private final int capacity;
    private final int[] lineAt; // by slot, from 1
    private final int[] newer; // slots; 0 is none
    private final int[] older;
    private int[] slotOf = new int[64]; // by line; 0 is not in it
    private int newest;
    private int oldest;
    private int size;

    Recency(int capacity) {
        this.capacity = capacity;
        this.lineAt = new int[capacity + 1];
        this.newer = new int[capacity + 1];
        this.older = new int[capacity + 1];
    }

    boolean holds(int line) {
        return line < slotOf.length && slotOf[line] != 0;
    }

    void used(int line) {
        if (line >= slotOf.length) {
            slotOf = Arrays.copyOf(slotOf, Math.max(line + 1, 2 * slotOf.length));
        }
        int slot = slotOf[line];
        if (slot == newest && slot != 0) {
            return;
        }
        if (slot != 0) {
            unlink(slot);
        } else if (size < capacity) {
            slot = ++size;
        } else {
            slot = oldest;
            slotOf[lineAt[slot]] = 0;
            unlink(slot);
        }
        lineAt[slot] = line;
        slotOf[line] = slot;
        older[slot] = newest;
        newer[slot] = 0;
        if (newest == 0) {
            oldest = slot;
        } else {
            newer[newest] = slot;
        }
        newest = slot;
    }

    private void unlink(int slot) {
        int before = newer[slot];
        int behind = older[slot];
        if (before == 0) {
            newest = behind;
        } else {
            older[before] = behind;
        }
        if (behind == 0) {
            oldest = before;
        } else {
            newer[behind] = before;
        }
    }
}
