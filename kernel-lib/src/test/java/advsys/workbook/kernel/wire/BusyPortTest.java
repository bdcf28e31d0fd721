package advsys.workbook.kernel.wire;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class BusyPortTest {
    @Test
    void open_aPortIsTaken_namesItAndTheRemedy() throws IOException {
        ConnectionFile connection = LocalClient.freePorts();
        int taken = connection.ports().get(Channel.IOPUB);
        try (ServerSocket other = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new Sockets(connection))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(":" + other.getLocalPort())
                    .hasMessageContaining("Start the kernel again");
        }
    }
}
