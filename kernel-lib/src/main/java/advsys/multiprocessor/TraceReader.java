package advsys.multiprocessor;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Reads the references of a trace, one from each line: what it does, its address, and perhaps its size or its CPU. A
/// letter says which form a line has, so that nobody has to name it ([AddressTrace]).
final class TraceReader implements AutoCloseable {
    private static final byte[] HEX = new byte[256];

    static {
        Arrays.fill(HEX, (byte) -1);
        for (int digit = 0; digit < 16; digit++) {
            HEX[Character.forDigit(digit, 16)] = (byte) digit;
            HEX[Character.toUpperCase(Character.forDigit(digit, 16))] = (byte) digit;
        }
    }

    private final TraceLines lines;
    private final int cpus;
    private long lineNumber;

    private boolean reads;
    private boolean writes;
    private long address;
    private int size;
    private int cpu;
    private int number; // the last that was read

    TraceReader(InputStream in, int cpus) {
        this.lines = new TraceLines(in);
        this.cpus = cpus;
    }

    boolean reads() {
        return reads;
    }

    boolean writes() {
        return writes;
    }

    long address() {
        return address;
    }

    /// How many bytes; 1 when the trace does not say.
    int size() {
        return size;
    }

    int cpu() {
        return cpu;
    }

    /// Reads the next line that has a reference; false at the end.
    boolean next() throws IOException {
        while (lines.hasNext()) {
            lineNumber++;
            byte[] bytes = lines.bytes;
            int at = blanks(bytes, lines.at);
            int letter = bytes[at];
            size = 1;
            cpu = 0;
            if (letter >= '0' && letter <= '2') {
                reads = letter != '1';
                writes = letter == '1';
                at = address(bytes, at + 1);
                lines.at = bytes[at] == '\n' ? at + 1 : din(bytes, at);
                return true;
            } else if (letter == '\n' || letter == '#' || letter == '=') { // nothing, a comment, valgrind's own words
                lines.at = end(bytes, at);
            } else {
                other(bytes, at, letter);
                return true;
            }
        }
        return false;
    }

    /// Behind the address of a din reference there may be a CPU, and anything.
    private int din(byte[] bytes, int from) {
        int at = blanks(bytes, from);
        if (isDigit(bytes[at])) {
            at = number(bytes, at);
            onCpu(number);
        }
        return end(bytes, at);
    }

    /// Lackey's and Dinero IV's letters: with a size, and perhaps a CPU behind it.
    private void other(byte[] bytes, int from, int letter) {
        switch (letter) {
            case 'I', 'L', 'i', 'r' -> does(true, false);
            case 'S', 'w' -> does(false, true);
            case 'M' -> does(true, true);
            default -> throw wrong("begins with neither 0, r, L (read), 1, w, S (write), 2, i, I (fetch) nor M (both)");
        }
        int at = address(bytes, from + 1);
        at = blanks(bytes, bytes[at] == ',' ? at + 1 : at);
        if (isDigit(bytes[at])) {
            at = blanks(bytes, number(bytes, at));
            size = Math.max(1, number);
        }
        lines.at = din(bytes, at);
    }

    private void does(boolean read, boolean write) {
        reads = read;
        writes = write;
    }

    private int number(byte[] bytes, int from) {
        int at = from;
        number = 0;
        for (; isDigit(bytes[at]) && number < 10_000; at++) {
            number = 10 * number + bytes[at] - '0';
        }
        return at;
    }

    private void onCpu(int which) {
        cpu = which;
        if (which >= cpus) {
            throw wrong("is of CPU " + which + ", and the machine has " + cpus + ", from 0");
        }
    }

    private int address(byte[] bytes, int from) {
        int at = blanks(bytes, from);
        if (at == from) {
            throw wrong("begins with neither 0, r, L (read), 1, w, S (write), 2, i, I (fetch) nor M (both)");
        }
        int length = HexDigits.length(bytes, at);
        long found = length > 0 && length < 8 ? HexDigits.value(bytes, at, length) : HexDigits.NONE;
        if (found != HexDigits.NONE) {
            address = found;
            return at + length;
        }
        return longAddress(bytes, at);
    }

    /// Of more digits, or with something else behind them.
    private int longAddress(byte[] bytes, int from) {
        int at = from;
        if (bytes[at] == '0' && bytes[at + 1] == 'x') {
            at += 2;
        }
        int first = at;
        long value = 0;
        for (int digit = HEX[bytes[at] & 0xff]; digit >= 0; digit = HEX[bytes[at] & 0xff]) {
            value = (value << 4) | digit;
            at++;
        }
        if (at == first || at - first > 16) {
            throw wrong("has no address of 1 to 16 hexadecimal digits");
        }
        address = value;
        return at;
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }

    private static int blanks(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r') {
            at++;
        }
        return at;
    }

    /// Behind the newline.
    private static int end(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    private IllegalArgumentException wrong(String how) {
        return new IllegalArgumentException("line " + lineNumber + " of the trace " + how
                + ": write \"0 7fff0040\", and a CPU behind it if there are several");
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
