package advsys.locks;

import java.util.ArrayList;
import java.util.List;

/// Other work on the host while a test runs: one busy thread for each core.
public final class BusyHost implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    private BusyHost(int number) {
        for (int i = 0; i < number; i++) {
            threads.add(Thread.ofPlatform().daemon().name("load-" + i).start(() -> {
                while (!over) {
                    Thread.onSpinWait();
                }
            }));
        }
    }

    public static BusyHost allCores() {
        return new BusyHost(Runtime.getRuntime().availableProcessors());
    }

    @Override
    public void close() {
        over = true; // they end within a scheduling period
    }

    @Override
    public String toString() {
        return threads.size() + " busy threads besides";
    }
}
