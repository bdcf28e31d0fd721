package advsys.workbook.rerun;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// Runs simulated points on all cores: a [Worker] a core, each with a point at a time. A worker of short points has
/// its next one before it has ended the first.
///
/// - **Guarantee** a worker that dies takes its point with it and no other: it is tried once more in a new worker, and
///   is a failure when that dies, too.
final class Pool implements Sweep.Engine {
    private static final double SHORT_SECONDS = 0.2;

    private final Start worker;
    private final int cores;
    private final Queue<Process> ready = new ConcurrentLinkedQueue<>();

    /// How a worker is started.
    @FunctionalInterface
    interface Start {
        ProcessBuilder command() throws IOException;
    }

    Pool(Start worker, int cores) {
        this.worker = worker;
        this.cores = cores;
    }

    /// Starts the workers, which takes them a moment.
    @Override
    public void prepare(int points) throws IOException {
        for (int i = 0; i < Math.min(cores, points); i++) {
            ready.add(start());
        }
    }

    private Process start() throws IOException {
        return worker.command().redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /// Runs `points` and tells `listener`, one event at a time.
    @Override
    public void run(List<Point> points, Driver.Listener listener) throws IOException, InterruptedException {
        Queue<Point> open = new ConcurrentLinkedQueue<>(points);
        List<Thread> threads = new ArrayList<>();
        List<Exception> failures = new ArrayList<>();
        Object lock = new Object();
        for (int i = 0; i < Math.min(cores, points.size()); i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try (Line line = new Line()) {
                    line.work(open, event -> {
                        synchronized (lock) {
                            listener.hear(event);
                        }
                    });
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
        for (Process unused = ready.poll(); unused != null; unused = ready.poll()) {
            unused.destroyForcibly();
        }
        if (!failures.isEmpty()) {
            throw new IOException(failures.getFirst().getMessage(), failures.getFirst());
        }
    }

    /// A worker, and the next one when it has died.
    private final class Line implements AutoCloseable {
        private final Deque<Point> sent = new ArrayDeque<>(); // and not answered, in the order of the answers
        private @Nullable Process process;
        private @Nullable Writer in;
        private @Nullable BufferedReader out;

        /// Runs open points until there are no more.
        void work(Queue<Point> open, Driver.Listener listener) throws IOException {
            boolean again = false; // the first of those that were sent has its second try
            fill(open, false);
            while (!sent.isEmpty()) {
                String answer = receive();
                if (answer == null) {
                    Driver.Event dead = again ? died(sent.removeFirst()) : null;
                    again = dead == null;
                    restart();
                    if (dead != null) {
                        listener.hear(dead);
                    }
                    fill(open, false);
                    continue;
                }
                again = false;
                sent.removeFirst();
                JsonObject event = JsonParser.parseString(answer).getAsJsonObject();
                if (!event.get("clean").getAsBoolean()) {
                    restart(); // it has left threads at work, and begins nothing more
                }
                fill(open, event.get("seconds").getAsDouble() < SHORT_SECONDS);
                listener.hear(Driver.event(event));
            }
        }

        /// Sends what the worker is to have: a point, and a second one where points are `shortly` done, so that it need
        /// not wait for us. Of longer ones the other workers might be left without.
        private void fill(Queue<Point> open, boolean shortly) throws IOException {
            while (sent.size() < (shortly ? 2 : 1) && !open.isEmpty()) {
                Point point = open.poll();
                if (point != null) {
                    sent.add(point);
                    send(point);
                }
            }
        }

        /// Another worker in the place of this one, with the same points.
        private void restart() throws IOException {
            close();
            for (Point point : sent) {
                send(point);
            }
        }

        private Driver.Event died(Point point) throws IOException {
            String how = process == null
                    ? ""
                    : ", exit code " + process.onExit().join().exitValue();
            SweepFolder.write(point.failed(), point.prepared().toString());
            return new Driver.Event.Failed(
                    point.failed().toAbsolutePath(), "notebook", "the JVM that ran it died twice" + how);
        }

        /// Sends a point, to a new worker where there is none. That one has died shows when it does not answer.
        private void send(Point point) throws IOException {
            boolean isNew = process == null;
            if (process == null || in == null || out == null) {
                Process prepared = ready.poll();
                process = prepared == null ? start() : prepared;
                in = process.outputWriter(StandardCharsets.UTF_8);
                out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            }
            try {
                in.write(point.forWorker(isNew).toString());
                in.write('\n');
                in.flush();
            } catch (IOException died) {
                // it does not answer
            }
        }

        /// The next event; the JVM may have something of its own to say before the first.
        private @Nullable String receive() {
            try {
                String line = out == null ? null : out.readLine();
                while (out != null && line != null && !line.startsWith("{")) {
                    line = out.readLine();
                }
                return line;
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
}
