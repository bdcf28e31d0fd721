package advsys.lab;

import advsys.lab.chart.Picture;
import advsys.lab.chart.Point;
import advsys.lab.chart.Strand;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.Predicate;

/// The small print below a chart: what a point is, what its spread is, and what is missing.
final class Captions {
    private static final int INTERVAL_FROM = 6; // fewer trials give no 95 % interval of a median
    private static final int LOSSES = 3;

    private Captions() {}

    static List<String> of(ChartPlan plan, List<Strand> strands, List<String> losses) {
        List<String> captions = new ArrayList<>();
        if (plan.rows().gather() == Charted.Gather.MEDIAN) {
            captions.add(spread(plan.kind(), strands));
        }
        if (!losses.isEmpty()) {
            int more = losses.size() - LOSSES;
            captions.add("✕ trials lost: " + String.join("; ", losses.subList(0, Math.min(LOSSES, losses.size())))
                    + (more > 0 ? "; and " + more + " more" : ""));
        }
        return captions;
    }

    private static String spread(Picture.Kind kind, List<Strand> strands) {
        IntSummaryStatistics trials = strands.stream()
                .flatMap(strand -> strand.points().stream())
                .filter(Predicate.not(Point::gap))
                .mapToInt(Point::n)
                .summaryStatistics();
        if (trials.getCount() == 0) {
            return "Nothing was measured.";
        }
        if (trials.getMax() == 1) {
            return "One trial for each point: no spread to show.";
        }
        String many = trials.getMin() == trials.getMax()
                ? trials.getMax() + " trials"
                : trials.getMin() + " to " + trials.getMax() + " trials";
        String interval = trials.getMin() >= INTERVAL_FROM ? "95 % interval of the median" : "smallest to greatest";
        return switch (kind) {
            case LINES, STEPS -> "Median of " + many + "; shaded: " + interval + ".";
            case BARS -> "Median of " + many + "; line: " + interval + ".";
            case SPREAD -> "Every trial (" + many + "); dash: median; line: " + interval + ".";
        };
    }
}
