package advsys.lab.chart;

import java.util.HashSet;
import java.util.Set;

/// How strands share the slots of an x axis.
final class Slots {
    private static final double FILLED = 0.8; // of a slot, by its bars

    private Slots() {}

    /// Where in its slot a strand stands: the middle of its share, or of the slot when no slot is shared.
    static double offset(Picture picture, int strand) {
        boolean divided = picture.kind().slots() && shared(picture);
        return divided ? FILLED * ((strand + 0.5) / picture.strands().size() - 0.5) : 0;
    }

    /// The share of a slot that one strand has.
    static double share(Picture picture) {
        return FILLED / sharing(picture);
    }

    /// How many strands a slot is divided among.
    private static int sharing(Picture picture) {
        return shared(picture) ? picture.strands().size() : 1;
    }

    private static boolean shared(Picture picture) {
        Set<Double> seen = new HashSet<>();
        return picture.strands().stream()
                .flatMap(strand -> strand.points().stream())
                .anyMatch(point -> !seen.add(point.x()));
    }
}
