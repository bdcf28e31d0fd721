package advsys.locks.exam;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A room for one visitor at a time, which notices when there are two, and when one does not see what the one
/// before has written.
final class Room {

    // How and why
    //
    // `occupant` is read and written in opaque mode: never kept in a register, but ordering nothing else. With volatile
    // accesses the room would publish the numbers by itself, and a lock that forgets to would look good.
    //
    // The numbers are plain. A visitor adds one to `entered` at the beginning and to `left` at the end; they lie on
    // different cache lines, so that they do not travel together by luck.
    //
    // Two visitors who read occupant == 0 together are noticed as well: one of them overwrites the other's name, and
    // the
    // other finds that on the way out.

    private static final VarHandle OCCUPANT = occupantHandle();
    private static final int ENTERED = 0;
    private static final int LEFT = 32; // 256 bytes further on

    int occupant; // 0: nobody; opaque accesses only
    private final long[] numbers = new long[48];
    private final AtomicReference<@Nullable String> overlap = new AtomicReference<>();
    private final AtomicReference<@Nullable String> loss = new AtomicReference<>();

    /// Goes in, dwells, goes out.
    ///
    /// @param visitor number from 0
    /// @param lastSeen what this visitor's last visit returned, 0 at first
    /// @return the number of visits so far, as this visitor sees it
    long visit(int visitor, long lastSeen, Dwell dwell) {
        int name = visitor + 1;
        int before = (int) OCCUPANT.getOpaque(this);
        OCCUPANT.setOpaque(this, name);
        if (before != 0) {
            overlap.compareAndSet(
                    null, "visitor " + visitor + " came in and found visitor " + (before - 1) + " inside");
        }
        long entered = numbers[ENTERED];
        long left = numbers[LEFT];
        if (entered != left || entered < lastSeen) {
            loss.compareAndSet(
                    null,
                    "visitor " + visitor + " found " + entered + " visits begun, " + left
                            + " ended, and had itself made or seen " + lastSeen);
        }
        numbers[ENTERED] = entered + 1;
        dwell.inside();
        int after = (int) OCCUPANT.getOpaque(this);
        if (after != name) {
            String other = after == 0 ? "somebody came and left" : "visitor " + (after - 1) + " came in";
            overlap.compareAndSet(null, "while visitor " + visitor + " was inside, " + other);
        }
        numbers[LEFT] = entered + 1;
        OCCUPANT.setOpaque(this, 0);
        return entered + 1;
    }

    /// The story of two who were inside together, or null.
    @Nullable
    String overlap() {
        return overlap.get();
    }

    /// The story of one who did not see what was written, or null. Two who were inside together explain it: ask
    /// for [#overlap] first. Call it when all visitors have left and are known to have.
    @Nullable
    String loss(long visits) {
        String seen = loss.get();
        if (seen == null && numbers[LEFT] != visits) {
            return visits + " visits were made, " + numbers[LEFT] + " were counted inside";
        }
        return seen;
    }

    /// The story of one who did not see what was written, while visitors may still be inside, or null.
    @Nullable
    String lossSoFar() {
        return loss.get();
    }

    private static VarHandle occupantHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(Room.class, "occupant", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
