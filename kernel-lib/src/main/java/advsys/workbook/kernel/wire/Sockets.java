package advsys.workbook.kernel.wire;

import advsys.workbook.kernel.MemoryReserve;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import zmq.Ctx;

/// The five sockets, and the one thread that touches them: whoever calls [#run]. Every other method may be called
/// by any thread.
///
/// - **Guarantee** [#send] never waits; frames leave in the order of the calls; nothing is dropped while the peer
///   is connected (no high-water mark: what a cell may send is limited where it is made). [#close] lets the
///   queue out first.
/// - **Cost** a message costs its sender one queue node, and a system call when the socket thread sleeps.
final class Sockets implements Transport {

    // How and why
    //
    // A ZeroMQ socket gives the program a file descriptor that says "look at me", not "there is a message": one looks
    // with getEvents, which also does the socket's house-keeping, until there is nothing, and only then waits. The wait
    // is our own Selector's, because its wakeup() may be called by any thread, also one that a cell has interrupted;
    // an interrupted thread that writes to a pipe, the usual way, closes the pipe. A wakeup() that comes before
    // select()
    // makes it return at once, so none is lost between emptying the queue and waiting.

    private static final int ROUND = 64; // messages in one direction before the next has its turn

    /// Takes what arrives, on the socket thread: must not wait.
    interface Receiver {
        void received(Channel channel, List<byte[]> frames);

        /// What a subscriber is to receive before anything else, empty for nothing. `event` is XPUB's: a byte, 1 for
        /// who comes, and the topic.
        List<byte[]> greeting(byte[] event);
    }

    private record Outgoing(Channel channel, List<byte[]> frames) {}

    private final Ctx context = ZmqSocket.context();
    private final Map<Channel, ZmqSocket> sockets = new EnumMap<>(Channel.class);
    private final Selector selector = Selector.open();
    private final Queue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> errands = new ConcurrentLinkedQueue<>();
    private final List<Runnable> due = new ArrayList<>(); // errands seen by the socket thread, which alone uses it
    private boolean ended;
    private volatile boolean closing;

    /// Binds the five sockets.
    ///
    /// @throws IOException if an address cannot be had; the message names it
    Sockets(ConnectionFile connection) throws IOException {
        try {
            for (Channel channel : Channel.values()) {
                ZmqSocket socket = ZmqSocket.open(context, channel, connection.endpoint(channel));
                sockets.put(channel, socket);
                socket.signal().register(selector, SelectionKey.OP_READ);
            }
        } catch (IOException refused) {
            shut();
            throw refused;
        }
    }

    @Override
    public void send(Channel channel, List<byte[]> frames) {
        outgoing.add(new Outgoing(channel, frames));
        selector.wakeup();
    }

    @Override
    public void afterReceiving(Runnable errand) {
        errands.add(errand);
        selector.wakeup();
    }

    /// Ends [#run] when all that was sent before is on its way.
    void close() {
        closing = true;
        selector.wakeup();
    }

    /// Receives and sends until [#close].
    void run(Receiver receiver) {
        Survive.Step turn = () -> turn(receiver); // made once: in the loop there may be no memory for it
        while (!ended) {
            Survive.step("the socket thread", turn);
        }
        shut();
    }

    private void turn(Receiver receiver) {
        boolean last = closing; // read before emptying: what was sent before close() leaves
        takeErrands();
        emptyQueue(receiver);
        greet(receiver);
        if (receive(receiver)) {
            return;
        }
        due.forEach(Runnable::run);
        due.clear();
        if (outgoing.isEmpty()) {
            if (last) {
                ended = true;
            } else {
                await();
            }
        }
    }

    private void await() {
        try {
            selector.select();
            selector.selectedKeys().clear();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void takeErrands() {
        for (Runnable errand = errands.poll(); errand != null; errand = errands.poll()) {
            due.add(errand);
        }
    }

    private void emptyQueue(Receiver receiver) {
        Outgoing next = outgoing.peek();
        for (int count = 0; next != null && count < ROUND; count++) {
            if (next.channel == Channel.IOPUB) {
                greet(receiver);
            }
            send(socket(next.channel), next.frames);
            outgoing.remove();
            next = outgoing.peek();
        }
    }

    /// Greets who has subscribed: before each message, so that the greeting is the first that they receive.
    private void greet(Receiver receiver) {
        ZmqSocket published = socket(Channel.IOPUB);
        while (published.readable()) {
            for (byte[] event : published.receive()) {
                send(published, receiver.greeting(event));
            }
        }
    }

    private ZmqSocket socket(Channel channel) {
        return Objects.requireNonNull(sockets.get(channel));
    }

    private static void send(ZmqSocket socket, List<byte[]> frames) {
        int last = frames.size() - 1;
        for (int i = 0; i <= last; i++) {
            send(socket, frames.get(i), i == last);
        }
    }

    /// A message cut short would swallow the next one, so a frame is sent again when there was no memory for it.
    private static void send(ZmqSocket socket, byte[] frame, boolean last) {
        for (int tries = 1; ; tries++) {
            try {
                socket.send(frame, last);
                return;
            } catch (OutOfMemoryError full) {
                MemoryReserve.pause(tries);
            }
        }
    }

    /// Receives up to a round of messages per socket; true when there are more.
    private boolean receive(Receiver receiver) {
        boolean more = false;
        for (Map.Entry<Channel, ZmqSocket> entry : sockets.entrySet()) {
            ZmqSocket socket = entry.getValue();
            int count = 0;
            while (entry.getKey() != Channel.IOPUB && count < ROUND && socket.readable()) {
                List<byte[]> frames = socket.receive();
                if (!frames.isEmpty()) {
                    hand(receiver, entry.getKey(), frames);
                }
                count++;
            }
            more |= count == ROUND;
        }
        return more;
    }

    private static void hand(Receiver receiver, Channel channel, List<byte[]> frames) {
        for (int tries = 1; ; tries++) {
            try {
                receiver.received(channel, frames);
                return;
            } catch (OutOfMemoryError full) { // an interrupt, perhaps: it must not be lost now
                MemoryReserve.pause(tries);
            }
        }
    }

    private void shut() {
        sockets.values().forEach(ZmqSocket::close);
        context.terminate(); // waits for what is on its way, a moment at most
        try {
            selector.close();
        } catch (IOException alreadyGone) {
            Log.failure("closing the selector", alreadyGone);
        }
    }
}
