package advsys.workbook.grading.sandbox.agent;

import advsys.lab.Bundle;
import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.FrontEnd;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Where cells print to: nowhere. But it is counted.
final class Quiet implements FrontEnd {
    private final AtomicLong left;
    private final Runnable tooMuch;

    /// @param bytes how many may be printed
    /// @param tooMuch is told when there are more
    Quiet(long bytes, Runnable tooMuch) {
        left = new AtomicLong(bytes);
        this.tooMuch = tooMuch;
    }

    private void count(long bytes) {
        if (left.addAndGet(-bytes) < 0) {
            tooMuch.run();
        }
    }

    @Override
    public void write(Cell cell, String stream, byte[] bytes, int offset, int length) {
        count(length);
    }

    @Override
    public void display(Cell cell, Bundle bundle, @Nullable String id) {
        count(bundle.text().length());
    }

    @Override
    public void update(Cell cell, Bundle bundle, String id) {
        count(bundle.text().length());
    }

    @Override
    public void clear(Cell cell, boolean wait) {}

    @Override
    public String ask(Cell cell, String prompt, boolean password) {
        throw new IllegalStateException("nobody is there to answer");
    }
}
