package advsys.workbook.kernel.jshell;

import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.FrontEnd;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `System.out` and `System.err` of a notebook: what a thread prints goes to its cell.
///
/// - **Guarantee** each call arrives whole, also when several threads print; closing does nothing; never blocks.
/// - **Cost** one look-up and one copy; no lock of its own, unlike the stream it takes the place of.
final class CellOut extends PrintStream {
    private final String name;
    private final Cells cells;
    private final FrontEnd frontEnd;
    private final PrintStream elsewhere;

    /// @param name "stdout" or "stderr"
    /// @param elsewhere takes what the kernel's own threads print
    CellOut(String name, Cells cells, FrontEnd frontEnd, PrintStream elsewhere) {
        super(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        this.name = name;
        this.cells = cells;
        this.frontEnd = frontEnd;
        this.elsewhere = elsewhere;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        Cell cell = cells.here();
        if (cell == null && !CompilerThread.isCurrent()) {
            elsewhere.write(bytes, offset, length);
        } else if (cell != null && length > 0) {
            frontEnd.write(cell, name, bytes, offset, length);
        }
    }

    private void text(@Nullable String text) {
        byte[] bytes = String.valueOf(text).getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void writeBytes(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void flush() {
        // the front end sends within 40 ms
    }

    @Override
    public void close() {
        // a cell that closes System.out does no harm to the next
    }

    @Override
    public boolean checkError() {
        return false;
    }

    @Override
    public void print(boolean value) {
        text(String.valueOf(value));
    }

    @Override
    public void print(char value) {
        text(String.valueOf(value));
    }

    @Override
    public void print(int value) {
        text(String.valueOf(value));
    }

    @Override
    public void print(long value) {
        text(String.valueOf(value));
    }

    @Override
    public void print(float value) {
        text(String.valueOf(value));
    }

    @Override
    public void print(double value) {
        text(String.valueOf(value));
    }

    @Override
    public void print(char[] value) {
        text(String.valueOf(value));
    }

    @Override
    public void print(@Nullable String value) {
        text(value);
    }

    @Override
    public void print(@Nullable Object value) {
        text(String.valueOf(value));
    }

    @Override
    public void println() {
        text("\n");
    }

    @Override
    public void println(boolean value) {
        text(value + "\n");
    }

    @Override
    public void println(char value) {
        text(value + "\n");
    }

    @Override
    public void println(int value) {
        text(value + "\n");
    }

    @Override
    public void println(long value) {
        text(value + "\n");
    }

    @Override
    public void println(float value) {
        text(value + "\n");
    }

    @Override
    public void println(double value) {
        text(value + "\n");
    }

    @Override
    public void println(char[] value) {
        text(String.valueOf(value) + "\n");
    }

    @Override
    public void println(@Nullable String value) {
        text(value + "\n");
    }

    @Override
    public void println(@Nullable Object value) {
        text(value + "\n");
    }

    @Override
    @SuppressWarnings("AnnotateFormatMethod") // as PrintStream declares it
    public PrintStream format(String format, @Nullable Object... arguments) {
        text(String.format(format, arguments));
        return this;
    }

    @Override
    @SuppressWarnings("AnnotateFormatMethod") // as PrintStream declares it
    public PrintStream format(@Nullable Locale locale, String format, @Nullable Object... arguments) {
        text(String.format(locale, format, arguments));
        return this;
    }
}
