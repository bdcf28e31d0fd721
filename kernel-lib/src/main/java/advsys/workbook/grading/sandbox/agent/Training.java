package advsys.workbook.grading.sandbox.agent;

import advsys.lab.Law;
import advsys.locks.Contention;
import advsys.locks.TasLock;
import advsys.workbook.grading.sandbox.SentLaw;
import advsys.workbook.grading.sandbox.wire.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/// What an agent does while its start-up cache is made: a little of what it will do.
final class Training {
    private static final String LOCK = """
            class Spin implements Mutex {
                private final AtomicBoolean held = new AtomicBoolean();
                public void lock() { while (held.getAndSet(true)) Thread.onSpinWait(); }
                public void unlock() { held.set(false); }
            }""";

    private Training() {}

    /// The messages of a controller.
    static byte[] messages() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Message.of("cell", 1L, "import advsys.lab.*;\nimport advsys.locks.*;").send(out);
        Message.of("cell", 2L, LOCK).send(out);
        Message.of("cell", 3L, "int add(int a, int b) { return a + b; }").send(out);
        Message.of("cell", 4L, "int wrong = \"text\";").send(out);
        Message.of("value", 5L, "List.of(add(1, 2), 0.5, \"text\")").send(out);
        Message.of("value", 6L, "1 / 0").send(out);
        for (Law<?, ?> law : List.of(
                Contention.quieterThan(TasLock::new), Contention.mutualExclusion(), Contention.aloneDoesNotWait())) {
            Message.of("law", 7L, SentLaw.parts(law), "Spin::new", 1L).send(out);
        }
        return out.toByteArray();
    }
}
