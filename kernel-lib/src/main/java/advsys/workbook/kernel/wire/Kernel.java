package advsys.workbook.kernel.wire;

import advsys.workbook.kernel.Comms;
import advsys.workbook.kernel.FrontEnd;
import advsys.workbook.kernel.Language;
import advsys.workbook.kernel.MemoryReserve;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// A kernel: the wire side, and the language that it was given.
public final class Kernel {
    private final Sockets sockets;
    private final Execution execution;
    private final Engine engine;
    private final Dispatch dispatch;

    private Kernel(ConnectionFile connection, Settings settings) throws IOException {
        Survive.prepare();
        MemoryReserve.refill();
        Codec codec = new Codec(new Signer(connection.key()));
        sockets = new Sockets(connection);
        Publisher publisher = new Publisher(sockets, codec);
        Replies replies = new Replies(sockets, codec);
        Questions questions = new Questions(sockets, codec);
        TextFolder folder = new TextFolder(settings.longOutput, OutputLimits.USUAL.files());
        Outputs outputs = new Outputs(publisher, questions, OutputLimits.USUAL, folder);
        engine = Engine.start(settings.language, outputs);
        History history = new History();
        execution = new Execution(engine, outputs, questions, history);
        CellRunner cells = new CellRunner(sockets, publisher, replies, execution);
        Answers answers = new Answers(replies, publisher, engine, history, settings.comms);
        Control control = new Control(replies, publisher, execution, this::stop);
        dispatch = new Dispatch(sockets, codec, publisher, cells, answers, control, questions);
        publisher.starting();
        cells.start();
    }

    /// What a kernel is made of beside its sockets.
    ///
    /// @param language starts the language; called once, on a thread of its own
    /// @param longOutput the folder for the text of cells that print too much to be shown; else a temporary one
    public record Settings(Function<FrontEnd, Language> language, Comms comms, Optional<Path> longOutput) {}

    /// Makes a kernel that listens, and whose language is starting.
    ///
    /// @throws IOException if a port cannot be had; the message says which and what to do
    public static Kernel open(ConnectionFile connection, Settings settings) throws IOException {
        return new Kernel(connection, settings);
    }

    /// Serves until [#stop] or a `shutdown_request`, in the calling thread.
    public void run() {
        sockets.run(dispatch);
        engine.close();
    }

    /// Ends [#run], soon; the running cell is stopped. May be called by any thread, more than once.
    public void stop() {
        execution.interrupt();
        sockets.close();
    }
}
