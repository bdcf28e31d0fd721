package advsys.multiprocessor;

import java.io.IOException;
import java.io.InputStream;

/// Reads references of a trace, one line each: label, address, and perhaps a CPU.
final class DinReader implements AutoCloseable {
    private static final int END = -1;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final int cpus;
    private int filled;
    private int at;
    private long lineNumber;

    private int label;
    private long address;
    private int cpu;

    DinReader(InputStream in, int cpus) {
        this.in = in;
        this.cpus = cpus;
    }

    boolean isWrite() {
        return label == 1;
    }

    long address() {
        return address;
    }

    int cpu() {
        return cpu;
    }

    /// Reads the next line that is not empty; false at the end.
    boolean next() throws IOException {
        int letter;
        do {
            lineNumber++;
            letter = skipBlanks(read());
        } while (letter == '\n');
        if (letter == END) {
            return false;
        }
        label = letter - '0';
        letter = read();
        if (label < 0 || label > 2 || (letter != ' ' && letter != '\t')) {
            throw wrong("begins with neither 0 (read), 1 (write) nor 2 (fetch)");
        }
        letter = hexadecimal(skipBlanks(letter));
        letter = number(skipBlanks(letter));
        while (letter != '\n' && letter != END) {
            letter = read(); // a comment
        }
        return true;
    }

    private int hexadecimal(int first) throws IOException {
        int letter = first;
        int digits = 0;
        address = 0;
        for (int digit = Character.digit(letter, 16); digit >= 0; digit = Character.digit(letter, 16)) {
            address = (address << 4) | digit;
            digits++;
            letter = read();
        }
        if (digits == 0 || digits > 16) {
            throw wrong("has no address of 1 to 16 hexadecimal digits");
        }
        return letter;
    }

    private int number(int first) throws IOException {
        int letter = first;
        cpu = 0;
        while (letter >= '0' && letter <= '9' && cpu < 1000) {
            cpu = 10 * cpu + letter - '0';
            letter = read();
        }
        if (cpu >= cpus) {
            throw wrong("is of CPU " + cpu + ", and the machine has " + cpus + ", from 0");
        }
        return letter;
    }

    private int skipBlanks(int first) throws IOException {
        int letter = first;
        while (letter == ' ' || letter == '\t' || letter == '\r') {
            letter = read();
        }
        return letter;
    }

    private int read() throws IOException {
        if (at == filled) {
            filled = in.read(buffer);
            at = 0;
            if (filled <= 0) {
                filled = 0;
                return END;
            }
        }
        return buffer[at++] & 0xff;
    }

    private IllegalArgumentException wrong(String how) {
        return new IllegalArgumentException("line " + lineNumber + " of the trace " + how
                + ": write \"0 7fff0040\", and a CPU behind it if there are several");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
