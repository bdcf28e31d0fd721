package advsys.lab;

import java.util.ArrayList;
import java.util.List;

/// Rows as a chart sees them.
final class ChartRows {
    private ChartRows() {}

    static Charted of(Rows rows) {
        return switch (rows) {
            case Results results -> {
                Frame frame = results.frame();
                String subject = frame.has(results.subjectColumn()) ? results.subjectColumn() : "";
                List<String> settings = new ArrayList<>(results.factors());
                if (!subject.isEmpty()) {
                    settings.addFirst(subject);
                }
                String remark = results.relative().isEmpty() ? "" : "relative to " + results.relative();
                yield new Charted(frame, subject, settings, Charted.Gather.MEDIAN, remark);
            }
            case Trace trace -> new Charted(trace.frame(), "", List.of(), Charted.Gather.LAST, "");
            case Outcomes outcomes -> new Charted(outcomes.frame(), "", List.of(), Charted.Gather.SUM, "");
        };
    }
}
