package advsys.workbook.kernel.wire;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/// Where a front end waits for this kernel, and the key that both sign with. Jupyter writes it and passes its name.
///
/// @param key empty: messages are not signed
public record ConnectionFile(String address, Map<Channel, Integer> ports, String key) {
    private static final int LAST_PORT = 65_535;

    /// Reads one.
    ///
    /// @throws IOException if the file cannot be read or is no connection file; the message says what is wrong
    public static ConnectionFile read(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException unreadable) {
            throw new IOException("cannot read the connection file " + file + " (" + unreadable + ")", unreadable);
        }
        try {
            return parse(text);
        } catch (Malformed malformed) {
            throw new IOException(
                    file + " is no connection file: " + malformed.getMessage()
                            + ". Let Jupyter start the kernel: it writes the file",
                    malformed);
        }
    }

    static ConnectionFile parse(String text) throws Malformed {
        JsonObject json = Json.object(text, "it");
        String transport = Json.string(json, "transport", "tcp");
        if (!transport.equals("tcp")) {
            throw new Malformed("transport is \"" + transport + "\", this kernel speaks \"tcp\" only");
        }
        String scheme = Json.string(json, "signature_scheme", Signer.SCHEME);
        String key = Json.string(json, "key", "");
        if (!key.isEmpty() && !scheme.equals(Signer.SCHEME)) {
            throw new Malformed("signature_scheme is \"" + scheme + "\", this kernel signs with " + Signer.SCHEME);
        }
        Map<Channel, Integer> ports = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            int port = Json.integer(json, channel.portName());
            if (port < 1 || port > LAST_PORT) {
                throw new Malformed(channel.portName() + " is " + port + ", not a port");
            }
            ports.put(channel, port);
        }
        return new ConnectionFile(Json.string(json, "ip", "127.0.0.1"), ports, key);
    }

    String endpoint(Channel channel) {
        String host = address.indexOf(':') >= 0 && !address.startsWith("[") ? "[" + address + "]" : address;
        return "tcp://" + host + ":" + ports.get(channel);
    }
}
