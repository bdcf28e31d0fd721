package advsys.workbook.kernel.wire;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import zmq.Ctx;
import zmq.Msg;
import zmq.SocketBase;
import zmq.ZError;
import zmq.ZMQ;

/// One of the kernel's sockets: messages of several frames, in and out. Used by one thread.
///
/// Written to JeroMQ's core (`zmq`), because only there the threads that move bytes can be made to outlive an
/// `OutOfMemoryError`: a cell that fills the heap must not make the kernel deaf.
final class ZmqSocket {
    private static final int LINGER_MILLIS = 300;
    private static final long LARGEST_FRAME = 64L << 20;
    private static final int BIND_TRIES = 20;
    private static final long BIND_PAUSE_NANOS = 50_000_000;

    private final SocketBase socket;

    private ZmqSocket(SocketBase socket) {
        this.socket = socket;
    }

    /// What sockets share: the threads that move bytes.
    static Ctx context() {
        Ctx context = new Ctx();
        context.setThreadFactory((loop, name) -> {
            Thread thread = new Thread(() -> persist(loop), "advsys " + name);
            thread.setDaemon(true);
            return thread;
        });
        context.setNotificationExceptionHandler((thread, failure) -> Log.failure(thread.getName(), failure));
        return context;
    }

    /// A loop that failed keeps its state in fields: it is entered again.
    private static void persist(Runnable loop) {
        Survive.Step step = loop::run;
        boolean ended = false;
        while (!ended) {
            ended = Survive.step("moving bytes", step);
        }
    }

    /// Listens at `endpoint`.
    ///
    /// @throws IOException if that is not possible; the message names it
    static ZmqSocket open(Ctx context, Channel channel, String endpoint) throws IOException {
        SocketBase socket = context.createSocket(channel.type().type());
        socket.setSocketOpt(ZMQ.ZMQ_SNDHWM, 0); // no limit, so no loss: what cells may send is limited where it is made
        socket.setSocketOpt(ZMQ.ZMQ_RCVHWM, 0);
        socket.setSocketOpt(ZMQ.ZMQ_LINGER, LINGER_MILLIS);
        socket.setSocketOpt(ZMQ.ZMQ_MAXMSGSIZE, LARGEST_FRAME);
        if (channel == Channel.IOPUB) {
            socket.setSocketOpt(ZMQ.ZMQ_XPUB_VERBOSE, true); // greet the second subscriber of a topic too
        } else {
            socket.setSocketOpt(ZMQ.ZMQ_ROUTER_HANDOVER, true); // a front end that reconnects takes its name over
        }
        try {
            if (bound(socket, endpoint)) {
                return new ZmqSocket(socket);
            }
        } catch (ZError.IOException | ZError.InstantiationException | IllegalArgumentException refused) {
            socket.close(); // the context ends only when all its sockets are closed
            throw new IOException(cannot(endpoint) + " (" + refused.getMessage() + ")", refused);
        }
        socket.close();
        throw new IOException(cannot(endpoint));
    }

    /// A front end that reconnects to a killed kernel dials from the range of ports that it dials to, and can hold the
    /// very port for a moment: so a port that is taken is tried again for a second.
    private static boolean bound(SocketBase socket, String endpoint) {
        int tries = 0;
        while (!socket.bind(endpoint)) {
            if (++tries == BIND_TRIES) {
                return false;
            }
            LockSupport.parkNanos(BIND_PAUSE_NANOS);
        }
        return true;
    }

    private static String cannot(String endpoint) {
        return "cannot listen at " + endpoint + ": another program may be using it. Start the kernel again, Jupyter "
                + "then chooses other ports";
    }

    /// Becomes readable when there may be something to receive; see [#readable].
    SelectableChannel signal() {
        return socket.getFD();
    }

    /// True when a message can be received. Also does the socket's house-keeping, so it must be called after every
    /// signal and every [#send].
    boolean readable() {
        return (socket.getSocketOpt(ZMQ.ZMQ_EVENTS) & ZMQ.ZMQ_POLLIN) != 0;
    }

    /// The frames of the next message, empty when there is none.
    List<byte[]> receive() {
        List<byte[]> frames = new ArrayList<>();
        @Nullable Msg frame;
        do {
            frame = socket.recv(ZMQ.ZMQ_DONTWAIT);
            if (frame != null) {
                frames.add(frame.data());
            }
        } while (frame != null && frame.hasMore());
        return frames;
    }

    /// Sends a frame of a message.
    void send(byte[] frame, boolean last) {
        socket.send(new Msg(frame), last ? 0 : ZMQ.ZMQ_SNDMORE);
    }

    void close() {
        socket.close();
    }
}
