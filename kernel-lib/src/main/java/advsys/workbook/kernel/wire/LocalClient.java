package advsys.workbook.kernel.wire;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/// A front end of a few lines, which talks to a kernel on this machine: it trains the start-up cache and drives tests.
/// Used by one thread.
public final class LocalClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ZMQ.Context context = ZMQ.context(1);
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    private final Codec codec;

    /// Connects, and waits until nothing that the kernel publishes from now on is missed.
    public LocalClient(ConnectionFile connection) {
        codec = new Codec(new Signer(connection.key()));
        byte[] name = Long.toHexString(ThreadLocalRandom.current().nextLong()).getBytes(ZMQ.CHARSET);
        for (Channel channel : Channel.values()) {
            ZMQ.Socket socket = context.socket(
                    switch (channel) {
                        case IOPUB -> SocketType.SUB;
                        case HEARTBEAT -> SocketType.REQ;
                        default -> SocketType.DEALER;
                    });
            sockets.put(channel, socket);
            socket.setIdentity(name); // one name on all channels: the kernel's questions find who asked it to run
            socket.setLinger(0);
            socket.setRcvHWM(0);
            socket.setReceiveTimeOut((int) PATIENCE.toMillis());
            socket.connect(connection.endpoint(channel));
        }
        socket(Channel.IOPUB).subscribe(ZMQ.SUBSCRIPTION_ALL);
        Message welcome = receive(Channel.IOPUB);
        while (!welcome.type().equals("iopub_welcome")) {
            welcome = receive(Channel.IOPUB);
        }
    }

    /// Five ports that are free now, and a key.
    public static ConnectionFile freePorts() throws IOException {
        Map<Channel, Integer> ports = new EnumMap<>(Channel.class);
        List<ServerSocket> held = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            held.add(socket);
            ports.put(channel, socket.getLocalPort());
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        return new ConnectionFile(
                "127.0.0.1", ports, Long.toHexString(ThreadLocalRandom.current().nextLong()));
    }

    /// Sends a message and returns its id.
    public String send(Channel channel, String type, JsonObject content) {
        Message message = codec.message(List.of(), type, new JsonObject(), content);
        sendFrames(channel, codec.encode(message));
        return message.id();
    }

    void sendFrames(Channel channel, List<byte[]> frames) {
        ZMQ.Socket socket = socket(channel);
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    /// The next message on `channel`.
    ///
    /// @throws IllegalStateException if none comes for a minute, or not one of the protocol
    Message receive(Channel channel) {
        List<byte[]> frames = receiveFrames(channel);
        try {
            return codec.decode(frames);
        } catch (Malformed malformed) {
            throw new IllegalStateException(
                    "the kernel sent something malformed: " + malformed.getMessage(), malformed);
        }
    }

    List<byte[]> receiveFrames(Channel channel) {
        ZMQ.Socket socket = socket(channel);
        List<byte[]> frames = new ArrayList<>();
        do {
            byte[] frame = socket.recv();
            if (frame == null) {
                throw new IllegalStateException("the kernel says nothing on " + channel + " for " + PATIENCE);
            }
            frames.add(frame);
        } while (socket.hasReceiveMore());
        return frames;
    }

    /// What was published because of request `id`, up to the idle that ends it.
    List<Message> published(String id) {
        List<Message> messages = new ArrayList<>();
        while (true) {
            Message message = receive(Channel.IOPUB);
            if (message.parent().has("msg_id")
                    && message.parent().get("msg_id").getAsString().equals(id)) {
                messages.add(message);
                if (message.type().equals("status")
                        && message.content()
                                .get("execution_state")
                                .getAsString()
                                .equals("idle")) {
                    return messages;
                }
            }
        }
    }

    /// Runs a cell to its end and returns the status of the reply, "ok" or "error".
    public String execute(String code) {
        JsonObject content = new JsonObject();
        content.addProperty("code", code);
        return ask("execute_request", content).get("status").getAsString();
    }

    /// Sends a request and returns the content of the reply, after its idle.
    public JsonObject ask(String type, JsonObject content) {
        String id = send(Channel.SHELL, type, content);
        Message reply = receive(Channel.SHELL);
        published(id);
        return reply.content();
    }

    private ZMQ.Socket socket(Channel channel) {
        ZMQ.Socket socket = sockets.get(channel);
        if (socket == null) {
            throw new IllegalStateException("closed");
        }
        return socket;
    }

    @Override
    public void close() {
        sockets.values().forEach(ZMQ.Socket::close);
        context.term();
    }
}
