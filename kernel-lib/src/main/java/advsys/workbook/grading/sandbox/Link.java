package advsys.workbook.grading.sandbox;

import advsys.workbook.grading.sandbox.wire.Message;
import advsys.workbook.grading.sandbox.wire.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One agent: its process and the socket to it.
///
/// - **Guarantee** [#ask] returns in its time whatever the other side does; then the agent has
///   answered, or is dead.
///   What it says is data, and at most a message long.
final class Link implements AutoCloseable {
    private static final Duration START =
            Duration.ofSeconds(60); // a busy host; an agent that cannot start ends at once
    private static final long DEATH_SECONDS = 5;
    private static final Executor TALKERS =
            task -> Thread.ofVirtual().name("agent talk").start(task);

    private final Process process;
    private final SocketChannel channel;
    private final InputStream in;
    private final OutputStream out;
    private final RawOutput raw;
    private boolean timedOut;

    private Link(Process process, SocketChannel channel, RawOutput raw) {
        this.process = process;
        this.channel = channel;
        this.in = Channels.newInputStream(channel);
        this.out = Channels.newOutputStream(channel);
        this.raw = raw;
    }

    /// Starts an agent and waits until it is ready.
    ///
    /// @param parent a thread that lives as long as the agents: they die with the thread that started
    ///     them
    static Link start(Image image, Limits limits, int number, ExecutorService parent)
            throws IOException, InterruptedException {
        Path socket = image.folder().resolve("agent-" + number);
        int user = Launch.user(number);
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            boolean root = Files.getAttribute(image.folder(), "unix:uid").equals(0);
            Image.readable(socket, "rw-------");
            if (root) {
                Files.setAttribute(socket, "unix:uid", user);
            }
            server.configureBlocking(false);
            Process process = parent.submit(() -> new ProcessBuilder(image.agent(limits, user, socket))
                            .redirectErrorStream(true)
                            .redirectInput(Path.of("/dev/null").toFile())
                            .start())
                    .get();
            RawOutput raw = RawOutput.of(process, (long) limits.outputKilobytes() << 10);
            return connect(server, process, raw);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } finally {
            Files.deleteIfExists(socket); // nobody connects a second time
        }
    }

    private static Link connect(ServerSocketChannel server, Process process, RawOutput raw)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        SocketChannel channel = server.accept();
        while (channel == null && process.isAlive() && System.nanoTime() - deadline < 0) {
            process.waitFor(2, TimeUnit.MILLISECONDS);
            channel = server.accept();
        }
        if (channel != null) {
            channel.configureBlocking(true);
            Link link = new Link(process, channel, raw);
            Optional<Message> ready = link.within(START, () -> Message.receive(link.in));
            if (ready.equals(Optional.of(Message.of("ready", Message.VERSION)))) {
                return link;
            }
            link.close();
        }
        process.destroyForcibly();
        throw new NoSandboxException("an agent did not start: " + raw.said().strip(), Image.remedy(raw.said()));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Something that is waited for.
    private interface Talk {
        /// Null when the other side is gone.
        @Nullable
        Message talk() throws IOException;
    }

    /// Empty when it took too long, or the other side is gone.
    private Optional<Message> within(Duration time, Talk talk) throws InterruptedException, WireException {
        CompletableFuture<Optional<Message>> talking = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return Optional.ofNullable(talk.talk());
                    } catch (IOException failed) {
                        throw new CompletionException(failed);
                    }
                },
                TALKERS);
        try {
            return talking.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            timedOut = true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof WireException malformed) {
                throw malformed;
            }
        }
        return Optional.empty();
    }

    /// Asks one thing. The answer carries the question's number, which the agent has not known before.
    ///
    /// @param number the first argument of `question`
    Observed ask(Message question, long number, Duration time) throws InterruptedException {
        try {
            Optional<Message> answered = within(time, () -> {
                question.send(out);
                return Message.receive(in);
            });
            if (answered.isEmpty()) {
                return death(time);
            }
            Message answer = answered.get();
            if (answer.name().equals("output")) {
                close();
                return new Observed.Refused(Limit.OUTPUT, "it printed more than it may");
            }
            if (answer.argument(0, Long.class) != number) {
                throw new WireException("the answer to another question");
            }
            return switch (answer.name()) {
                case "ran" -> new Observed.Seen(null);
                case "seen" -> new Observed.Seen(answer.arguments().get(1));
                case "failed", "absent" -> new Observed.NotThere(answer.argument(1, String.class));
                case "threw" -> threw(answer);
                case "hung" -> new Observed.Hung(answer.argument(1, String.class));
                default -> throw new WireException("there is no answer \"" + answer.name() + "\"");
            };
        } catch (WireException | IndexOutOfBoundsException malformed) {
            close();
            return new Observed.Ended("what it sent is no answer: " + malformed.getMessage());
        } catch (InterruptedException interrupted) {
            close();
            throw interrupted;
        }
    }

    private static Observed threw(Message answer) throws WireException {
        return new Observed.Threw(
                answer.argument(1, String.class), answer.argument(2, Boolean.class), answer.argument(3, String.class));
    }

    /// What it died of, or is to die of now.
    private Observed death(Duration time) throws InterruptedException {
        if (timedOut || !process.waitFor(DEATH_SECONDS, TimeUnit.SECONDS)) {
            close();
            return new Observed.Refused(Limit.TIME, "no answer within " + time.toMillis() / 1000.0 + " s");
        }
        if (raw.tooMuch()) {
            return new Observed.Refused(Limit.OUTPUT, "it wrote more than it may to its standard output");
        }
        return Death.of(process.exitValue(), raw.said());
    }

    /// Ends the agent and all that is in its sandbox, at once: nothing of a student's has a last word.
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            channel.close();
        } catch (IOException closed) {
            // so it is
        }
    }
}
