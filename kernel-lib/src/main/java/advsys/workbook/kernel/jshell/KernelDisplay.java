package advsys.workbook.kernel.jshell;

import advsys.lab.Bundle;
import advsys.lab.Display;
import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.FrontEnd;
import java.util.concurrent.atomic.AtomicLong;

/// Shows things below the cell of the current thread.
final class KernelDisplay implements Display {
    private static final String PREFIX = "advsys-" + Long.toHexString(System.currentTimeMillis()) + "-";
    private static final AtomicLong COUNT = new AtomicLong();

    private final Cells cells;
    private final FrontEnd frontEnd;

    KernelDisplay(Cells cells, FrontEnd frontEnd) {
        this.cells = cells;
        this.frontEnd = frontEnd;
    }

    /// A name that no kernel has given before: outputs of earlier ones may still be in the notebook.
    static String newId() {
        return PREFIX + COUNT.incrementAndGet();
    }

    @Override
    public Shelf show(Bundle bundle) {
        String id = newId();
        show(bundle, id);
        return replacement -> update(replacement, id);
    }

    @Override
    public boolean live() {
        return true;
    }

    void show(Bundle bundle, String id) {
        frontEnd.display(cell(), bundle, id);
    }

    void update(Bundle bundle, String id) {
        frontEnd.update(cell(), bundle, id);
    }

    void clear() {
        frontEnd.clear(cell(), false);
    }

    private Cell cell() {
        Cell cell = cells.here();
        if (cell == null) {
            throw new IllegalStateException("nothing can be shown: no cell runs, and this thread belongs to none");
        }
        return cell;
    }
}
