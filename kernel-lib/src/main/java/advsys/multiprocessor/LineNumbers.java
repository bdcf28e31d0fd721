package advsys.multiprocessor;

import java.util.Arrays;

/// Numbers for the lines of memory that a trace refers to, from 0, by their addresses. A page of 64 lines is looked up
/// in a table with open addressing, and its lines by their index: a trace refers to few pages at a time.
final class LineNumbers {
    private static final int BITS = 6; // of a line's index in its page
    private static final int LINES = 1 << BITS;
    private static final int LAST = LINES - 1;

    private long[] pages = new long[1 << 8];
    private int[] begins = new int[1 << 8]; // by place in the table: where a page's numbers begin; 0 is an empty place
    private int[] numbers = new int[LINES << 4]; // by page and line: one more than its number; the first page is none
    private int size;

    /// The number of the line with this address; -1 when there is none yet.
    int find(long address) {
        return numbers[begins[place(address >>> BITS)] + (int) (address & LAST)] - 1;
    }

    void add(long address, int number) {
        long page = address >>> BITS;
        int at = place(page);
        if (begins[at] == 0) {
            at = addPage(page);
        }
        numbers[begins[at] + (int) (address & LAST)] = number + 1;
    }

    private int addPage(long page) {
        size++;
        if (2 * size > pages.length) {
            grow();
        }
        if ((size + 1) * LINES > numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        int at = place(page);
        pages[at] = page;
        begins[at] = size * LINES;
        return at;
    }

    private void grow() {
        long[] known = pages;
        int[] knownBegins = begins;
        pages = new long[2 * known.length];
        begins = new int[2 * known.length];
        for (int i = 0; i < known.length; i++) {
            if (knownBegins[i] != 0) {
                int at = place(known[i]);
                pages[at] = known[i];
                begins[at] = knownBegins[i];
            }
        }
    }

    /// Where a page is in the table, or would be.
    private int place(long page) {
        int mask = pages.length - 1;
        int at = (int) ((page * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (pages[at] != page && begins[at] != 0) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
