package advsys.workbook.kernel.jshell;

import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.FrontEnd;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/// `System.in` of a notebook: reading asks the reader for a line, below the cell that reads. An interrupt ends the
/// wait.
final class CellIn extends InputStream {
    private final Cells cells;
    private final FrontEnd frontEnd;
    private final ReentrantLock reading = new ReentrantLock();
    private byte[] line = {}; // guarded by reading, as is the next
    private int next;

    CellIn(Cells cells, FrontEnd frontEnd) {
        this.cells = cells;
        this.frontEnd = frontEnd;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        try {
            reading.lockInterruptibly();
            try {
                if (next == line.length) {
                    line = ask();
                    next = 0;
                }
                int count = Math.min(length, line.length - next);
                System.arraycopy(line, next, bytes, offset, count);
                next += count;
                return count;
            } finally {
                reading.unlock();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for input");
        }
    }

    @Override
    public int available() {
        if (!reading.tryLock()) {
            return 0;
        }
        try {
            return line.length - next;
        } finally {
            reading.unlock();
        }
    }

    private byte[] ask() throws IOException, InterruptedException {
        Cell cell = cells.here();
        if (cell == null) {
            throw new IOException("only a cell can ask the reader");
        }
        if (!cell.mayAsk()) {
            throw new IOException("this cell reads System.in, but nobody can answer: it runs without a front end that "
                    + "takes input. Put the value into a variable instead.");
        }
        return (frontEnd.ask(cell, "", false) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
