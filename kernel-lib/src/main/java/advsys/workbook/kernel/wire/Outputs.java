package advsys.workbook.kernel.wire;

import advsys.lab.Bundle;
import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.FrontEnd;
import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/// The output of every cell that somebody can still write to.
final class Outputs implements FrontEnd {
    private final Publisher publisher;
    private final Questions questions;
    private final OutputLimits limits;
    private final TextFolder folder;
    private final StreamClock clock = new StreamClock();
    private final Map<Cell, CellOutput> outputs = Collections.synchronizedMap(new WeakHashMap<>());

    Outputs(Publisher publisher, Questions questions, OutputLimits limits, TextFolder folder) {
        this.publisher = publisher;
        this.questions = questions;
        this.limits = limits;
        this.folder = folder;
    }

    /// Makes the output of a cell that is about to run.
    CellOutput open(Cell cell, JsonObject parent) {
        CellOutput output = make(cell, parent);
        outputs.put(cell, output);
        return output;
    }

    private CellOutput make(Cell cell, JsonObject parent) {
        return new CellOutput(parent, publisher, clock, limits, new WholeText(folder, cell.number(), limits.file()));
    }

    private CellOutput of(Cell cell) {
        return outputs.computeIfAbsent(cell, unknown -> make(unknown, new JsonObject()));
    }

    @Override
    public void write(Cell cell, String stream, byte[] bytes, int offset, int length) {
        of(cell).write(stream, bytes, offset, length);
    }

    @Override
    public void display(Cell cell, Bundle bundle, @Nullable String id) {
        of(cell).display("display_data", content(bundle, id));
    }

    @Override
    public void update(Cell cell, Bundle bundle, String id) {
        of(cell).display("update_display_data", content(bundle, id));
    }

    private static JsonObject content(Bundle bundle, @Nullable String id) {
        JsonObject content = Bundles.content(bundle);
        JsonObject passing = new JsonObject();
        if (id != null) {
            passing.addProperty("display_id", id);
        }
        content.add("transient", passing);
        return content;
    }

    @Override
    public void clear(Cell cell, boolean wait) {
        JsonObject content = new JsonObject();
        content.addProperty("wait", wait);
        of(cell).show("clear_output", content);
    }

    @Override
    public String ask(Cell cell, String prompt, boolean password) throws InterruptedException {
        of(cell).due(); // what was printed stands above the question
        return questions.ask(cell, prompt, password);
    }

    /// Tells what an execution of `cell` shows as its value.
    void result(Cell cell, Bundle bundle) {
        JsonObject content = Bundles.content(bundle);
        content.addProperty("execution_count", cell.number());
        of(cell).show("execute_result", content);
    }

    /// Tells that an execution of `cell` failed.
    void error(Cell cell, String name, String value, List<String> traceback) {
        JsonObject content = Replies.error(name, value, traceback);
        content.remove("status");
        of(cell).show("error", content);
    }
}
