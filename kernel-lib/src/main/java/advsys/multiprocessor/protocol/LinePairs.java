package advsys.multiprocessor.protocol;

import java.util.Arrays;

/// Two lines of one protocol together. They share nothing but the CPUs: one that waits for the first line wishes
/// nothing of the second.
final class LinePairs {
    private static final int[][] ORDERS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    private final LineStates states;
    private final int[][] orders;

    private long[] table = new long[1 << 16]; // open addressing; 0 is an empty place
    private long[] found = new long[1 << 15];
    private int size;

    LinePairs(LineStates states, int cpus) {
        this.states = states;
        this.orders = Arrays.stream(ORDERS)
                .filter(order -> fixes(order, cpus))
                .map(order -> Arrays.copyOf(order, cpus))
                .toArray(int[][]::new);
    }

    private static boolean fixes(int[] order, int cpus) {
        for (int cpu = cpus; cpu < order.length; cpu++) {
            if (order[cpu] != cpu) {
                return false;
            }
        }
        return true;
    }

    /// How many states two lines have together, up to the names of CPUs and lines.
    ///
    /// @throws IllegalStateException if one of them can go nowhere though a CPU waits
    /// @throws EndlessException if there are too many
    long count() {
        add(0, 0);
        for (int i = 0; i < size; i++) {
            if (size > EndlessException.MOST_OF_TWO) {
                throw states.endless();
            }
            int first = (int) (found[i] >>> 32);
            int second = (int) found[i];
            boolean moved = false;
            for (Move move : states.moves(first)) {
                if (!move.isWish() || ((states.waiting(second) >> move.cpu()) & 1) == 0) {
                    moved |= !move.isWish();
                    add(move.to(), second);
                }
            }
            for (Move move : states.moves(second)) {
                if (!move.isWish() || ((states.waiting(first) >> move.cpu()) & 1) == 0) {
                    moved |= !move.isWish();
                    add(first, move.to());
                }
            }
            if (!moved && (states.waiting(first) | states.waiting(second)) != 0) {
                throw new IllegalStateException("two lines wait for ever though one line alone does not");
            }
        }
        return size;
    }

    private void add(int first, int second) {
        long least = Long.MAX_VALUE;
        for (int which = 0; which < orders.length; which++) {
            int one = states.permuted(first, which, orders[which]);
            int other = states.permuted(second, which, orders[which]);
            least = Math.min(least, ((long) Math.min(one, other) << 32) | Math.max(one, other));
        }
        if (2 * size >= table.length) {
            grow();
        }
        if (insert(least)) {
            if (size == found.length) {
                found = Arrays.copyOf(found, 2 * size);
            }
            found[size++] = least;
        }
    }

    private boolean insert(long pair) {
        long key = pair + 1;
        int mask = table.length - 1;
        long hash = key * 0x9E3779B97F4A7C15L;
        for (int at = (int) (hash >>> 32) & mask; ; at = (at + 1) & mask) {
            if (table[at] == key) {
                return false;
            }
            if (table[at] == 0) {
                table[at] = key;
                return true;
            }
        }
    }

    private void grow() {
        table = new long[2 * table.length];
        for (int i = 0; i < size; i++) {
            insert(found[i]);
        }
    }
}
