package advsys.workbook.grading.sandbox.agent;

import advsys.workbook.grading.sandbox.wire.Message;
import advsys.workbook.grading.sandbox.wire.Parts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;

/// What an agent does while its start-up cache is made: a little of what it will do.
final class Training {
    private static final String LOCK = """
            class Spin implements Mutex {
                private final AtomicBoolean held = new AtomicBoolean();
                public void lock() { while (held.getAndSet(true)) Thread.onSpinWait(); }
                public void unlock() { held.set(false); }
            }""";

    /// Named, since the workbook knows no chapter; without the chapter, the answer is that there is no such law.
    private static final List<Parts> LAWS = List.of(
            new Parts("advsys.locks.checks.NoSharedLine", List.of(8L)),
            new Parts("advsys.locks.checks.AloneDoesNotWait", List.of()),
            new Parts("advsys.locks.checks.Quieter", List.of(new Parts("Made", List.of("advsys.locks.TasLock")), 8L)),
            new Parts(
                    "advsys.locks.checks.MutualExclusion",
                    List.of(new Parts("MutexExam", List.of(3L, 1_000_000_000L, 1L, false)))));

    private Training() {}

    /// Where a controller listens that has these messages to send.
    static Path controller() throws IOException {
        Path socket = Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "training");
        byte[] messages = messages();
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofPlatform().daemon().start(() -> {
            try (server;
                    SocketChannel agent = server.accept()) {
                Thread.ofPlatform().daemon().start(() -> send(messages, agent));
                Channels.newInputStream(agent).transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                // then it has been trained enough
            }
        });
        return socket;
    }

    private static void send(byte[] messages, SocketChannel agent) {
        try {
            Channels.newOutputStream(agent).write(messages);
            agent.shutdownOutput();
        } catch (IOException gone) {
            // then it has been trained enough
        }
    }

    private static byte[] messages() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Message.of("cell", 1L, "import advsys.lab.*;\nimport advsys.locks.*;").send(out);
        Message.of("cell", 2L, LOCK).send(out);
        Message.of("cell", 3L, "int add(int a, int b) { return a + b; }").send(out);
        Message.of("cell", 4L, "int wrong = \"text\";").send(out);
        Message.of("value", 5L, "List.of(add(1, 2), 0.5, \"text\")").send(out);
        Message.of("value", 6L, "1 / 0").send(out);
        for (Parts law : LAWS) {
            Message.of("law", 7L, law, "Spin::new", 1L).send(out);
        }
        return out.toByteArray();
    }
}
