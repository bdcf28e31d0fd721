package advsys.lab.chart;

import java.util.ArrayList;
import java.util.List;

/// Points in the order of drawing.
final class Trail {
    private final List<double[]> points = new ArrayList<>();

    void to(double x, double y) {
        points.add(new double[] {x, y});
    }

    /// Lifts the pen: what comes next is not joined to what was.
    void lift() {
        if (!points.isEmpty()) {
            to(points.getLast()[0], Double.NaN);
        }
    }

    boolean empty() {
        return points.isEmpty();
    }

    double[] x() {
        return points.stream().mapToDouble(point -> point[0]).toArray();
    }

    double[] y() {
        return points.stream().mapToDouble(point -> point[1]).toArray();
    }

    /// Around the intervals of `points`, a piece for each run without a gap.
    static Trail around(List<Point> points) {
        Trail trail = new Trail();
        List<Point> run = new ArrayList<>();
        for (Point point : points) {
            if (point.gap()) {
                trail.outline(run);
            } else {
                run.add(point);
            }
        }
        trail.outline(run);
        return trail;
    }

    private void outline(List<Point> run) {
        run.forEach(point -> to(point.x(), point.low()));
        run.reversed().forEach(point -> to(point.x(), point.high()));
        lift();
        run.clear();
    }
}
