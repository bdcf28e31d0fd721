package advsys.lab;

import advsys.lab.chart.Overlay;
import advsys.lab.chart.Picture;
import advsys.lab.chart.Point;
import advsys.lab.chart.Strand;
import advsys.lab.chart.XAxis;
import advsys.lab.chart.YAxis;
import advsys.lab.show.ColumnName;
import advsys.lab.show.Numbers;
import advsys.lab.show.Plain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Rows, gathered into the pictures of a chart: one for each panel, all with the same axes, so that they compare.
final class ChartData {
    /// Verdicts have colours of their own: forbidden is vermilion, accepted green, noticed orange.
    private static final Map<String, Integer> VERDICTS = Map.of("forbidden", 1, "accepted", 2, "noticed", 3);

    private final ChartPlan plan;
    private final Frame frame;
    private final List<String> xs; // the text of each x, in the order of the axis
    private final List<String> strands; // the text of each series, "" when there is one without a name
    private final List<String> panels;
    private final boolean numeric;

    private final ChartClaims claims;

    private ChartData(ChartPlan plan, ChartClaims claims) {
        this.plan = plan;
        this.claims = claims;
        frame = plan.rows().frame();
        strands = plan.by().isEmpty() ? List.of("") : distinct(plan.by());
        panels = plan.panels().isEmpty() ? List.of("") : distinct(plan.panels());
        numeric = frame.numeric(plan.x());
        xs = distinct(plan.x());
        if (numeric) {
            xs.sort(Comparator.comparingDouble(Double::parseDouble));
        }
        plan.checkSize(xs.size(), strands, panels);
    }

    /// The pictures that `plan` asks for.
    ///
    /// @throws IllegalArgumentException if there is nothing to draw, or too much
    static List<Picture> pictures(ChartPlan plan, ChartClaims claims) {
        return new ChartData(plan, claims).pictures();
    }

    /// The values of a column as texts that tell them apart; numbers by value.
    private List<String> distinct(String column) {
        LinkedHashSet<String> values = new LinkedHashSet<>();
        frame.column(column).forEach(value -> values.add(key(value)));
        return new ArrayList<>(values);
    }

    private static String key(@Nullable Object value) {
        return value instanceof Number number ? Double.toString(number.doubleValue()) : Numbers.text(value);
    }

    /// A key as it is shown.
    private static String label(String column, Frame frame, String key) {
        return frame.numeric(column) ? Numbers.axis(Double.parseDouble(key)) : Plain.line(key, 60);
    }

    private List<Picture> pictures() {
        List<Map<String, SortedMap<Integer, Tally>>> tallies = tallies();
        List<List<Strand>> strandsOfPanels = tallies.stream().map(this::strands).toList();
        Map<String, String> ranks = new HashMap<>();
        panels.forEach(panel -> ranks.putAll(claims.drawn(panelValue(panel)).ranks()));
        XAxis x = xAxis(ranks);
        YAxis y = yAxis(strandsOfPanels);
        List<Picture> pictures = new ArrayList<>();
        for (int panel = 0; panel < panels.size(); panel++) {
            String title = plan.panels().isEmpty() ? "" : panelTitle(panels.get(panel));
            List<Strand> drawn = strandsOfPanels.get(panel);
            List<String> captions = new ArrayList<>(Captions.of(plan, drawn, losses(tallies.get(panel))));
            Object value = panelValue(panels.get(panel));
            captions.addAll(claims.sentences(value));
            pictures.add(
                    new Picture(plan.kind(), title, x, y, drawn, !plan.by().isEmpty(), captions, claims.drawn(value)));
        }
        return pictures;
    }

    /// For each panel: series → slot of x → what its rows say.
    private List<Map<String, SortedMap<Integer, Tally>>> tallies() {
        List<Map<String, SortedMap<Integer, Tally>>> tallies = new ArrayList<>();
        panels.forEach(panel -> tallies.add(new LinkedHashMap<>()));
        Map<String, Integer> slots = new HashMap<>();
        xs.forEach(x -> slots.put(x, slots.size()));
        for (int row = 0; row < frame.size(); row++) {
            int panel = plan.panels().isEmpty() ? 0 : panels.indexOf(key(frame.at(row, plan.panels())));
            String strand = plan.by().isEmpty() ? "" : key(frame.at(row, plan.by()));
            String outcome = frame.has(Charted.OUTCOME) ? Plain.line(outcome(row), 40) : "";
            tallies.get(panel)
                    .computeIfAbsent(strand, name -> new TreeMap<>())
                    .computeIfAbsent(slots.get(key(frame.at(row, plan.x()))), slot -> new Tally())
                    .add(frame.number(row, plan.y()), outcome);
        }
        return tallies;
    }

    private String outcome(int row) {
        Object outcome = frame.at(row, Charted.OUTCOME);
        return outcome == null ? "" : outcome.toString();
    }

    /// What the panel's column holds; null for a chart without panels.
    private @Nullable Object panelValue(String panel) {
        return plan.panels().isEmpty()
                ? null
                : frame.column(plan.panels()).stream()
                        .filter(value -> key(value).equals(panel))
                        .findFirst()
                        .orElse(null);
    }

    private String panelTitle(String panel) {
        return ColumnName.of(plan.panels()).title() + ": " + label(plan.panels(), frame, panel);
    }

    private List<Strand> strands(Map<String, SortedMap<Integer, Tally>> tallies) {
        List<Strand> drawn = new ArrayList<>();
        for (String strand : strands) { // all of them in every panel, so that colours mean the same
            List<Point> points = new ArrayList<>();
            tallies.getOrDefault(strand, new TreeMap<>())
                    .forEach((slot, tally) ->
                            points.add(tally.point(position(slot), plan.rows().gather())));
            String name = strand.isEmpty() ? "" : label(plan.by(), frame, strand);
            drawn.add(new Strand(name, VERDICTS.getOrDefault(strand, drawn.size()), points));
        }
        return drawn;
    }

    private double position(int slot) {
        return numeric && !plan.kind().slots() ? Double.parseDouble(xs.get(slot)) : slot;
    }

    /// For each series that lost trials: "BrokenMcsLock at threads 4 (hung 3 of 15), 8 (hung 15 of 15)".
    private List<String> losses(Map<String, SortedMap<Integer, Tally>> tallies) {
        String title = ColumnName.of(plan.x()).title();
        List<String> losses = new ArrayList<>();
        tallies.forEach((strand, slots) -> {
            String where = slots.entrySet().stream()
                    .filter(slot -> slot.getValue().lostTrials() > 0)
                    .map(slot -> label(plan.x(), frame, xs.get(slot.getKey())) + " ("
                            + slot.getValue().loss() + ")")
                    .collect(Collectors.joining(", "));
            if (!where.isEmpty()) {
                String name = strand.isEmpty() ? "" : label(plan.by(), frame, strand) + " at ";
                losses.add(name + title + " " + where);
            }
        });
        return losses;
    }

    private XAxis xAxis(Map<String, String> ranks) {
        String title = ColumnName.of(plan.x()).title();
        if (numeric && !plan.kind().slots()) {
            return XAxis.numbers(
                    title, xs.stream().mapToDouble(Double::parseDouble).toArray());
        }
        return XAxis.categories(
                title,
                xs.stream()
                        .map(x -> label(plan.x(), frame, x))
                        .map(label -> ranks.containsKey(label) ? label + " (" + ranks.get(label) + ")" : label)
                        .toList());
    }

    private YAxis yAxis(List<List<Strand>> strandsOfPanels) {
        List<Point> points = strandsOfPanels.stream()
                .flatMap(List::stream)
                .flatMap(strand -> strand.points().stream())
                .filter(point -> !point.gap())
                .toList();
        double[] drawn = points.stream()
                .flatMapToDouble(point -> plan.kind() == Picture.Kind.SPREAD
                        ? point.values().stream().mapToDouble(Double::doubleValue)
                        : DoubleStream.of(point.median()))
                .toArray();
        double[] ends = points.stream()
                .flatMapToDouble(point -> DoubleStream.of(point.low(), point.high()))
                .toArray();
        ends = DoubleStream.concat(DoubleStream.of(ends), claimed(drawn)).toArray();
        double smallest = DoubleStream.of(ends).min().orElse(Double.NaN);
        double greatest = DoubleStream.of(ends).max().orElse(Double.NaN);
        ColumnName column = ColumnName.of(plan.y(), smallest, greatest);
        if (!plan.rows().remark().isEmpty()) {
            column = new ColumnName(
                    ColumnName.of(plan.y()).title() + ", " + plan.rows().remark(), false);
        }
        return YAxis.of(column, plan.kind() == Picture.Kind.BARS, drawn, ends);
    }

    /// The numbers of the claims for which the axis makes room: of what is claimed in so many words all that are not
    /// ten times what was measured; of an estimated curve what is not twice as much.
    private DoubleStream claimed(double... drawn) {
        double greatest = DoubleStream.of(drawn).map(Math::abs).max().orElse(1);
        double smallest = DoubleStream.of(drawn).min().orElse(0);
        List<Overlay> overlays = panels.stream()
                .flatMap(panel -> claims.drawn(panelValue(panel)).drawn().stream())
                .toList();
        return overlays.stream()
                .flatMapToDouble(overlay -> overlay.levels().stream()
                        .flatMapToDouble(level -> DoubleStream.of(level.low(), level.high()))
                        .filter(value -> value >= 0 || smallest < 0)
                        .filter(value -> value > 0 || smallest <= 0)
                        .filter(value ->
                                Math.abs(value) <= greatest * (overlay.kind() == Overlay.Kind.ESTIMATED ? 2 : 10)));
    }
}
