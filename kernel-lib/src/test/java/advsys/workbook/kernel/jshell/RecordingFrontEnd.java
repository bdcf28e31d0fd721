package advsys.workbook.kernel.jshell;

import advsys.lab.Bundle;
import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.FrontEnd;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A front end that remembers what it was told, by cell.
final class RecordingFrontEnd implements FrontEnd {
    private final Map<String, ByteArrayOutputStream> streams =
            new LinkedHashMap<>(); // by "cell stream"; guarded by this
    private final Map<String, List<Bundle>> displays = new LinkedHashMap<>(); // by cell; guarded by this
    private final List<String> updates = new ArrayList<>(); // guarded by this
    final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    @Override
    public synchronized void write(Cell cell, String stream, byte[] bytes, int offset, int length) {
        streams.computeIfAbsent(cell.id() + " " + stream, key -> new ByteArrayOutputStream())
                .write(bytes, offset, length);
    }

    @Override
    public synchronized void display(Cell cell, Bundle bundle, String id) {
        displays.computeIfAbsent(cell.id(), key -> new ArrayList<>()).add(bundle);
    }

    @Override
    public synchronized void update(Cell cell, Bundle bundle, String id) {
        updates.add(bundle.text());
    }

    @Override
    public void clear(Cell cell, boolean wait) {}

    @Override
    public String ask(Cell cell, String prompt, boolean password) throws InterruptedException {
        return answers.take();
    }

    synchronized String text(Cell cell, String stream) {
        ByteArrayOutputStream bytes = streams.get(cell.id() + " " + stream);
        return bytes == null ? "" : bytes.toString(StandardCharsets.UTF_8);
    }

    synchronized List<Bundle> displays(Cell cell) {
        return List.copyOf(displays.getOrDefault(cell.id(), List.of()));
    }

    synchronized List<String> updates() {
        return List.copyOf(updates);
    }
}
