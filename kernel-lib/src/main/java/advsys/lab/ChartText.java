package advsys.lab;

import advsys.lab.chart.Overlay;
import advsys.lab.chart.Picture;
import advsys.lab.chart.Point;
import advsys.lab.chart.Strand;
import advsys.lab.chart.XAxis;
import advsys.lab.chart.YAxis;
import advsys.lab.show.Grid;
import advsys.lab.show.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A chart in words: the same figures as an aligned table, and one sentence for those who cannot see the picture.
final class ChartText {
    private static final int ROWS = 40;
    private static final int COURSES = 6; // told in the sentence

    private ChartText() {}

    /// What y is; one row for each x of each panel, with a column for each series: `45.2 [44.1, 46.0]`; the captions.
    static String table(List<Picture> pictures, String x, String panels) {
        Picture first = pictures.getFirst();
        List<String> head = new ArrayList<>();
        if (!panels.isEmpty()) {
            head.add(panels);
        }
        head.add(x);
        first.strands()
                .forEach(strand -> head.add(strand.name().isEmpty() ? first.y().title() : strand.name()));
        first.claims().named().forEach(claim -> head.add(claim.name()));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        pictures.forEach(picture -> rows.addAll(rows(picture, !panels.isEmpty())));
        String captions = pictures.stream()
                .flatMap(picture -> picture.captions().stream())
                .distinct()
                .map(caption -> caption + "\n")
                .collect(Collectors.joining());
        return first.y().title() + "\n" + Grid.of(head, rows, ROWS).text() + (captions.isEmpty() ? "" : "\n")
                + captions;
    }

    private static List<List<@Nullable Object>> rows(Picture picture, boolean panel) {
        int keys = panel ? 2 : 1;
        TreeMap<Double, List<@Nullable Object>> rows = new TreeMap<>();
        for (int s = 0; s < picture.strands().size(); s++) {
            for (Point point : picture.strands().get(s).points()) {
                rows.computeIfAbsent(point.x(), x -> emptyRow(picture, panel, x))
                        .set(keys + s, cell(point, picture.y()));
            }
        }
        rows.forEach((x, row) ->
                picture.claims().named().forEach(claim -> row.add(new Grid.Figure(claimed(picture, claim.name(), x)))));
        return List.copyOf(rows.values());
    }

    /// What a claim says for an x: "40.0 (TasLock)", "3.10 ± 15 %" as "2.64 to 3.57".
    private static String claimed(Picture picture, String name, double x) {
        return picture.claims().drawn().stream()
                .filter(claim -> claim.name().equals(name))
                .flatMap(claim -> claim.levels().stream())
                .filter(level -> level.everywhere() || level.x() == x)
                .map(level -> claimed(picture, level))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String claimed(Picture picture, Overlay.Level level) {
        YAxis axis = picture.y();
        boolean one = level.strand() < 0 || picture.strands().size() == 1;
        return axis.number(level.y())
                + (level.low() == level.high()
                        ? ""
                        : " [" + axis.number(level.low()) + ", " + axis.number(level.high()) + "]")
                + (one ? "" : " (" + picture.strands().get(level.strand()).name() + ")");
    }

    private static List<@Nullable Object> emptyRow(Picture picture, boolean panel, double x) {
        List<@Nullable Object> row = new ArrayList<>();
        if (panel) {
            row.add(picture.title().substring(picture.title().indexOf(": ") + 2));
        }
        row.add(label(picture.x(), x));
        picture.strands().forEach(strand -> row.add(new Grid.Figure("")));
        return row;
    }

    /// The x of a point as it stands on the axis.
    private static Object label(XAxis axis, double x) {
        if (!axis.slots()) {
            return x;
        }
        String label = axis.ticks().get((int) x).label();
        return label.matches("[−\\d][\\d.\u2009]*") ? new Grid.Figure(label) : label;
    }

    private static Grid.Figure cell(Point point, YAxis axis) {
        String lost = point.lost() == 0 ? "" : " ✕" + point.lost();
        if (point.gap()) {
            return new Grid.Figure("–" + lost);
        }
        String interval = point.low() == point.high()
                ? ""
                : " [" + axis.number(point.low()) + ", " + axis.number(point.high()) + "]";
        return new Grid.Figure(axis.number(point.median()) + interval + lost);
    }

    /// "Line chart of acquisitions per µs against threads. TasLock: 45.2 at 1, 8.10 at 8."
    static String sentence(List<Picture> pictures) {
        Picture first = pictures.getFirst();
        String kind = first.kind().words();
        String panels = pictures.size() == 1 ? "" : ", " + pictures.size() + " panels";
        String opening = Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " of "
                + first.y().title() + " against " + first.x().title() + panels + ".";
        List<String> courses = pictures.stream()
                .flatMap(picture -> picture.strands().stream().map(strand -> course(picture, strand)))
                .toList();
        String told = courses.stream().limit(COURSES).collect(Collectors.joining(" "));
        int more = courses.size() - COURSES;
        return opening + " " + told + (more > 0 ? " And " + more + " more series." : "");
    }

    private static String course(Picture picture, Strand strand) {
        List<Point> points =
                strand.points().stream().filter(point -> !point.gap()).toList();
        String where = Stream.of(picture.title(), strand.name())
                .filter(part -> !part.isEmpty())
                .map(part -> part + ": ")
                .collect(Collectors.joining());
        if (points.isEmpty()) {
            return where + "no value.";
        }
        String from = at(picture, points.getFirst());
        return where + (points.size() == 1 ? from : from + ", " + at(picture, points.getLast())) + ".";
    }

    private static String at(Picture picture, Point point) {
        Object x = label(picture.x(), point.x());
        return picture.y().text(point.median()) + " at " + Numbers.text(x);
    }
}
