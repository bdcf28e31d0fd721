package advsys.lab;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// How much of the machine's CPU time others took: other processes, and the host of a virtual machine.
///
/// From Linux's counters in `/proc`, which tick a hundred times a second: what is said of a trial is the share over
/// the tenth of a second, or more, that ends with it.
///
/// - **Guarantee** none; NaN where there are no such counters.
final class Interference {
    private static final long LEAST_NANOS = 100_000_000;
    private static final long BETWEEN_NANOS = 20_000_000;

    /// All counters in ticks of the clock.
    private record Sample(long nanos, double total, double busy, double own) {}

    private final HostFiles files;
    private final Deque<Sample> samples = new ArrayDeque<>(); // oldest first
    private double last = Double.NaN;

    Interference(HostFiles files) {
        this.files = files;
        Sample first = sample();
        if (first != null) {
            samples.add(first);
        }
    }

    /// False where there are no counters.
    boolean works() {
        return !samples.isEmpty();
    }

    /// The share of CPU time, 0 to 1, that others have taken since `startNanos` or a little before.
    double since(long startNanos) {
        Sample newest = samples.peekLast();
        if (newest == null || System.nanoTime() - newest.nanos < BETWEEN_NANOS) {
            return last;
        }
        Sample now = sample();
        if (now == null) {
            return Double.NaN;
        }
        samples.add(now);
        long from = Math.min(startNanos, now.nanos - LEAST_NANOS);
        while (samples.size() > 2 && second().nanos <= from) {
            samples.removeFirst();
        }
        Sample before = samples.getFirst();
        double total = now.total - before.total;
        double others = now.busy - before.busy - (now.own - before.own);
        last = total <= 0 ? Double.NaN : Math.clamp(others / total, 0, 1);
        return last;
    }

    private Sample second() {
        var each = samples.iterator();
        each.next();
        return each.next();
    }

    private @Nullable Sample sample() {
        try {
            // cpu user nice system idle iowait irq softirq steal guest guest_nice; guest time is in user time already
            String[] all = files.lines("proc/stat").getFirst().split("\\s+", -1);
            double total = 0;
            for (int field = 1; field <= 8; field++) {
                total += Double.parseDouble(all[field]);
            }
            double idle = Double.parseDouble(all[4]) + Double.parseDouble(all[5]);
            // pid (name, which may hold anything) state ppid …; utime and stime are the 12th and 13th after the name
            String self = files.text("proc/self/stat").orElseThrow();
            String[] own = self.substring(self.lastIndexOf(')') + 2).split(" ", -1);
            return new Sample(
                    System.nanoTime(), total, total - idle, Double.parseDouble(own[11]) + Double.parseDouble(own[12]));
        } catch (NoSuchElementException | IndexOutOfBoundsException | NumberFormatException notLinux) {
            return null;
        }
    }
}
