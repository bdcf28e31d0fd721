package advsys.workbook.kernel.jshell;

import advsys.lab.stop.Scope;
import advsys.workbook.kernel.Cell;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/// Which cell a thread belongs to: the one whose scope it inherited. A scope and its cell are kept for as long as a
/// thread has the scope.
///
/// Workers of the common pool belong to no cell, since all cells share them; they, and threads that declined to inherit
/// anything, count as the latest cell's.
final class Cells {
    private final Map<Scope, Cell> byScope = Collections.synchronizedMap(new WeakHashMap<>());
    private final ThreadGroup group;
    private volatile @Nullable Cell latest;

    /// @param group the group of the notebook's threads
    Cells(ThreadGroup group) {
        this.group = group;
    }

    /// From now on `scope`, and every scope in it, is `cell`'s, and `cell` is the latest.
    void enter(Scope scope, Cell cell) {
        byScope.put(scope, cell);
        latest = cell;
    }

    /// The cell of the current thread; null for a thread of the kernel.
    @Nullable
    Cell here() {
        for (Scope scope = Scope.current(); scope != null; scope = scope.parent()) {
            Cell cell = CommonPool.owns(scope) ? latest : byScope.get(scope);
            if (cell != null) {
                return cell;
            }
        }
        return isNotebooks(Thread.currentThread()) ? latest : null;
    }

    /// The same, and the latest cell for a thread of the kernel; null before the first.
    @Nullable
    Cell hereOrLatest() {
        Cell cell = here();
        return cell == null ? latest : cell;
    }

    @SuppressWarnings("ReferenceEquality") // a thread group is itself
    private boolean isNotebooks(Thread thread) {
        return thread.isVirtual() || thread instanceof ForkJoinWorkerThread || thread.getThreadGroup() == group;
    }
}
