package advsys.workbook.grading.sandbox.agent;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/// Starts an agent: `Main SOCKET OUTPUT_BYTES`. It ends when the controller hangs up. Without arguments it does what
/// its start-up cache is trained by.
public final class Main {
    private Main() {}

    /// The socket is connected before anything of a student's is there: the controller listens for one
    /// connection.
    public static void main(String[] arguments) throws Exception {
        NativeAccess.deny();
        boolean training = arguments.length == 0;
        Path controller = training ? Training.controller() : Path.of(arguments[0]);
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(controller));
            OutputStream out = Channels.newOutputStream(channel);
            InputStream in = Channels.newInputStream(channel);
            new Agent(out, training ? Long.MAX_VALUE : Long.parseLong(arguments[1])).serve(in);
        }
        System.exit(0); // cells may have left threads behind
    }
}
