package advsys.workbook.kernel.jshell;

import advsys.lab.Bundle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every cell can call without importing it; the same as in IJava.
public final class Notebook {
    private Notebook() {}

    /// Shows `value` below the cell, now. Returns the name under which [#updateDisplay] replaces it.
    ///
    /// @param types the MIME types to show it as, all that it has when none is given; text is taken as it is:
    ///     `display("<b>now</b>", "text/html")`
    public static String display(@Nullable Object value, String... types) {
        String id = KernelDisplay.newId();
        Session session = Session.here();
        session.display().show(Values.bundle(value, List.of(types)), id);
        session.hide(id);
        return id;
    }

    /// `value` in every form it has, or in the forms called `types`.
    public static Bundle render(@Nullable Object value, String... types) {
        return Values.bundle(value, List.of(types));
    }

    /// Replaces what [#display] showed under `id`.
    public static void updateDisplay(String id, @Nullable Object value, String... types) {
        Session.here().display().update(Values.bundle(value, List.of(types)), id);
    }

    /// Clears what the cell has shown so far.
    public static void clearOutput() {
        Session.here().display().clear();
    }

    /// Runs `code` as a cell would, here and now, and returns the value of its last expression.
    ///
    /// @throws Exception what the code throws
    /// @throws IllegalArgumentException if it does not compile
    public static @Nullable Object eval(String code) throws Exception {
        return Session.here().evaluateHere(code);
    }
}
