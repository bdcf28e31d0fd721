package advsys.workbook.kernel;

import java.util.List;
import java.util.Map;

/// What lies at the kernel's end of the channels that a front end opens beside cells, for widgets.
///
/// Called by one thread at a time, also while a cell runs. Data is what JSON holds: maps, lists, strings, numbers,
/// booleans, null.
public interface Comms {
    /// No channel: whatever is opened is closed again.
    Comms NONE = new Comms() {
        @Override
        public boolean open(String id, String target, Map<String, Object> data, List<byte[]> buffers) {
            return false;
        }

        @Override
        public boolean message(String id, Map<String, Object> data, List<byte[]> buffers) {
            return false;
        }

        @Override
        public void close(String id) {}

        @Override
        public Map<String, String> targets() {
            return Map.of();
        }
    };

    /// The front end has opened channel `id`. False when nothing here is called `target`: the channel is closed again.
    boolean open(String id, String target, Map<String, Object> data, List<byte[]> buffers);

    /// Something has come through channel `id`. False when it is not open: the front end is told.
    boolean message(String id, Map<String, Object> data, List<byte[]> buffers);

    /// The front end has closed channel `id`.
    void close(String id);

    /// The open channels: id → target.
    Map<String, String> targets();
}
