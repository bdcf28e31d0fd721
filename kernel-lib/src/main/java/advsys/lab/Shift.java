package advsys.lab;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// The word that all workers of a crew read between two rounds, alone on its cache line: 0 before the start, then the
/// number of the time slice, and [#END] at the end. It changes once in a millisecond, so it stays in every cache.
final class Shift extends ShiftField {
    static final int END = -1;

    private static final VarHandle PHASE;

    static {
        try {
            PHASE = MethodHandles.lookup().findVarHandle(ShiftField.class, "phase", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    @SuppressWarnings("unused")
    private long q00, q01, q02, q03, q04, q05, q06, q07, q08, q09, q10, q11, q12, q13, q14, q15;

    /// Opaque: it is read anew each time, and nothing else waits for it.
    int phase() {
        return (int) PHASE.getOpaque(this);
    }

    void phase(int phase) {
        PHASE.setVolatile(this, phase);
    }

    boolean over() {
        return phase() == END;
    }
}

@SuppressWarnings("unused")
class ShiftPadding {
    private long p00, p01, p02, p03, p04, p05, p06, p07, p08, p09, p10, p11, p12, p13, p14, p15;
}

class ShiftField extends ShiftPadding {
    int phase;
}
