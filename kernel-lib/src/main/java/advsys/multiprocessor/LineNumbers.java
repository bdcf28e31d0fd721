package advsys.multiprocessor;

/// Numbers for the lines of memory that a trace refers to, from 0, by their addresses: a table with open addressing.
final class LineNumbers {
    private long[] addresses = new long[1 << 12];
    private int[] numbers = new int[addresses.length]; // one more than the line's; 0 is an empty place
    private int size;

    /// The number of the line with this address; -1 when there is none yet.
    int find(long address) {
        int mask = addresses.length - 1;
        for (int at = place(address) & mask; ; at = (at + 1) & mask) {
            if (addresses[at] == address || numbers[at] == 0) {
                return numbers[at] - 1;
            }
        }
    }

    void add(long address, int number) {
        if (2 * ++size > addresses.length) {
            long[] known = addresses;
            int[] before = numbers;
            addresses = new long[2 * known.length];
            numbers = new int[addresses.length];
            for (int i = 0; i < known.length; i++) {
                if (before[i] != 0) {
                    put(known[i], before[i]);
                }
            }
        }
        put(address, number + 1);
    }

    private void put(long address, int entry) {
        int mask = addresses.length - 1;
        int at = place(address) & mask;
        while (numbers[at] != 0) {
            at = (at + 1) & mask;
        }
        addresses[at] = address;
        numbers[at] = entry;
    }

    private static int place(long address) {
        return (int) (address * 0x9E3779B97F4A7C15L >>> 32);
    }
}
