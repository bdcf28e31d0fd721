package advsys.workbook.kernel.wire;

import org.zeromq.SocketType;

/// The five sockets of a kernel.
public enum Channel {
    /// Requests of readers: run, complete, inspect …
    SHELL("shell", SocketType.ROUTER),
    /// Requests that do not wait behind those: interrupt, shutdown.
    CONTROL("control", SocketType.ROUTER),
    /// The kernel's questions to the reader.
    STDIN("stdin", SocketType.ROUTER),
    /// What everybody sees: output, and whether the kernel is busy. XPUB, to greet who subscribes.
    IOPUB("iopub", SocketType.XPUB),
    /// Echoes, to show that the process is alive. A router, so that it shares the socket thread.
    HEARTBEAT("hb", SocketType.ROUTER);

    private final String shortName;
    private final SocketType type;

    Channel(String shortName, SocketType type) {
        this.shortName = shortName;
        this.type = type;
    }

    String portName() {
        return shortName + "_port";
    }

    SocketType type() {
        return type;
    }
}
