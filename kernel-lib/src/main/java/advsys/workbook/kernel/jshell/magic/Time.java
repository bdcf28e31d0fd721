package advsys.workbook.kernel.jshell.magic;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/// `%%time`: how long the cell takes, on the clock and on the processors.
final class Time implements Magic {
    @Override
    public String usage() {
        return "%%time                prints how long the cell took, compiling included";
    }

    @Override
    public void run(String arguments, Host host) throws MagicException {
        if (!arguments.isEmpty()) {
            throw new MagicException("%%time stands alone in its line: write the code to time below it");
        }
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpuBefore = system.getProcessCpuTime();
        long before = System.nanoTime();
        host.atEnd(() -> {
            long wall = System.nanoTime() - before;
            long cpu = system.getProcessCpuTime() - cpuBefore;
            host.print("wall " + shown(wall) + ", CPU " + shown(cpu) + " (all threads)\n");
        });
    }

    private static String shown(long nanos) {
        return nanos < 1_000_000_000L
                ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
}
