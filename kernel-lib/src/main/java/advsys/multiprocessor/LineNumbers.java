package advsys.multiprocessor;

/// Numbers for the lines of memory that a trace refers to, from 0, by their addresses: a table with open addressing.
final class LineNumbers {
    private long[] table = new long[1 << 13]; // an address, and one more than its number; 0 is an empty place
    private int size;

    /// The number of the line with this address; -1 when there is none yet.
    int find(long address) {
        int mask = table.length - 2; // even places
        for (int at = place(address) & mask; ; at = (at + 2) & mask) {
            long number = table[at + 1];
            if (number == 0 || table[at] == address) {
                return (int) number - 1;
            }
        }
    }

    void add(long address, int number) {
        if (4 * ++size > table.length) {
            long[] known = table;
            table = new long[2 * known.length];
            for (int i = 0; i < known.length; i += 2) {
                if (known[i + 1] != 0) {
                    put(known[i], known[i + 1]);
                }
            }
        }
        put(address, number + 1L);
    }

    private void put(long address, long entry) {
        int mask = table.length - 2;
        int at = place(address) & mask;
        while (table[at + 1] != 0) {
            at = (at + 2) & mask;
        }
        table[at] = address;
        table[at + 1] = entry;
    }

    private static int place(long address) {
        return (int) ((address * 0x9E3779B97F4A7C15L) >>> 32);
    }
}
