package advsys.workbook.rerun;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs simulated points on all cores: a [Worker] a core, each with a point at a time.
///
/// - **Guarantee** a worker that dies takes its point with it and no other: it is tried once more in a new worker, and
///   is a failure when that dies, too.
final class Pool {
    private final Supplier<ProcessBuilder> worker;
    private final int cores;

    /// @param worker starts a worker
    Pool(Supplier<ProcessBuilder> worker, int cores) {
        this.worker = worker;
        this.cores = cores;
    }

    /// Runs `points` and tells `listener`, one event at a time.
    void run(List<Point> points, Driver.Listener listener) throws IOException, InterruptedException {
        Queue<Point> open = new ConcurrentLinkedQueue<>(points);
        List<Thread> threads = new ArrayList<>();
        List<Exception> failures = new ArrayList<>();
        Object lock = new Object();
        for (int i = 0; i < Math.min(cores, points.size()); i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try (Line line = new Line()) {
                    for (Point point = open.poll(); point != null; point = open.poll()) {
                        Driver.Event event = line.run(point);
                        synchronized (lock) {
                            listener.hear(event);
                        }
                    }
                } catch (IOException | RuntimeException failed) {
                    synchronized (lock) {
                        failures.add(failed);
                    }
                    open.clear();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IOException(failures.getFirst().getMessage(), failures.getFirst());
        }
    }

    /// A worker, and the next one when it has died.
    private final class Line implements AutoCloseable {
        private @Nullable Process process;
        private @Nullable Writer in;
        private @Nullable BufferedReader out;

        Driver.Event run(Point point) throws IOException {
            String answer = ask(point);
            if (answer == null) {
                close();
                answer = ask(point);
            }
            if (answer == null) {
                String how = process == null
                        ? ""
                        : ", exit code " + process.onExit().join().exitValue();
                close();
                SweepFolder.write(point.failed(), point.prepared().toString());
                return new Driver.Event.Failed(
                        point.failed().toAbsolutePath(), "notebook", "the JVM that ran it died twice" + how);
            }
            JsonObject event = JsonParser.parseString(answer).getAsJsonObject();
            if (!event.get("clean").getAsBoolean()) {
                close(); // it has left threads at work
            }
            return Driver.event(event);
        }

        /// The worker's answer; null when it died.
        private @Nullable String ask(Point point) throws IOException {
            boolean isNew = process == null;
            if (process == null || in == null || out == null) {
                process = worker.get()
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                in = process.outputWriter(StandardCharsets.UTF_8);
                out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            }
            try {
                in.write(point.forWorker(isNew).toString());
                in.write('\n');
                in.flush();
                return out.readLine();
            } catch (IOException died) {
                return null;
            }
        }

        @Override
        public void close() {
            if (process != null) {
                process.destroyForcibly();
                try {
                    process.waitFor();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            process = null;
            in = null;
            out = null;
        }
    }

    /// Starts workers with the JVM and the class path of this process, or with those of the installed kernel.
    static ProcessBuilder command(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java")
                .toString());
        command.addAll(options);
        command.add(Worker.class.getName());
        return new ProcessBuilder(command);
    }
}
