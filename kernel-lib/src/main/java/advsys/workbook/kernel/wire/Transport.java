package advsys.workbook.kernel.wire;

import java.util.List;

/// Where frames go. Every method may be called by any thread and waits for nothing.
interface Transport {
    /// Sends `frames` after everything that was sent before.
    void send(Channel channel, List<byte[]> frames);

    /// Runs `errand` after everything that has arrived by now was handed on.
    void afterReceiving(Runnable errand);
}
