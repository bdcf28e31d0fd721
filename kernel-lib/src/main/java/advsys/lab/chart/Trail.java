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
}
