package advsys.workbook.kernel.wire;

import java.util.Arrays;
import java.util.List;

/// Decides which thread deals with what arrives. Runs on the socket thread, so it waits for nothing.
final class Dispatch implements Sockets.Receiver {
    private static final int SUBSCRIBE = 1; // first byte of an XPUB event; 0 = unsubscribe

    private final Transport transport;
    private final Codec codec;
    private final Publisher publisher;
    private final CellRunner cells;
    private final Answers answers;
    private final Control control;
    private final Questions questions;

    Dispatch(
            Transport transport,
            Codec codec,
            Publisher publisher,
            CellRunner cells,
            Answers answers,
            Control control,
            Questions questions) {
        this.transport = transport;
        this.codec = codec;
        this.publisher = publisher;
        this.cells = cells;
        this.answers = answers;
        this.control = control;
        this.questions = questions;
    }

    @Override
    public void received(Channel channel, List<byte[]> frames) {
        try {
            switch (channel) {
                case HEARTBEAT -> transport.send(Channel.HEARTBEAT, frames);
                case IOPUB -> throw new Malformed("nobody sends anything on it");
                case STDIN -> questions.answered(codec.decode(frames));
                case CONTROL -> control.submit(channel, request(codec.decode(frames)));
                case SHELL -> shell(codec.decode(frames));
            }
        } catch (Malformed malformed) {
            Log.line("dropped a message on " + channel + ": " + malformed.getMessage());
        }
    }

    @Override
    public List<byte[]> greeting(byte[] event) {
        return event.length > 0 && event[0] == SUBSCRIBE
                ? publisher.welcome(Arrays.copyOfRange(event, 1, event.length))
                : List.of();
    }

    private static Message request(Message message) throws Malformed {
        if (!Replies.isRequest(message.type())) {
            throw new Malformed("a " + message.type() + " is no request");
        }
        return message;
    }

    private void shell(Message message) throws Malformed {
        switch (message.type()) {
            case "execute_request" -> cells.submit(message);
            case "kernel_info_request", "shutdown_request", "interrupt_request" ->
                control.submit(Channel.SHELL, message);
            case "comm_open", "comm_msg", "comm_close" -> answers.submit(message);
            default -> answers.submit(request(message));
        }
    }
}
