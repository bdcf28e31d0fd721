package advsys.workbook.kernel.wire;

import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/// Sends a cell's streams a little after something was written to them, so that many lines make one message.
final class StreamClock {
    private static final long DELAY_NANOS = 40_000_000;

    private record Due(CellOutput output, long nanos) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(nanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.signum(nanos - ((Due) other).nanos);
        }
    }

    private final DelayQueue<Due> queue = new DelayQueue<>();

    StreamClock() {
        Thread.ofPlatform()
                .daemon()
                .name("advsys streams")
                .start(() -> Survive.repeat(
                        "sending a stream", () -> queue.take().output.due()));
    }

    /// Has [CellOutput#due] called, once, in a moment.
    void wind(CellOutput output) {
        queue.put(new Due(output, System.nanoTime() + DELAY_NANOS));
    }
}
