package advsys.lab.chart;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All claims of one picture.
///
/// @param drawn over the series
/// @param named in the legend: those of all panels, once
/// @param ranks what the legend adds to a series' name, or the axis to a slot's: "you: 1st"
public record Claims(List<Overlay> drawn, List<Overlay> named, Map<String, String> ranks) {
    /// None.
    public static final Claims NONE = new Claims(List.of(), List.of(), Map.of());

    /// The same, with nothing for a legend.
    Claims unnamed() {
        return new Claims(drawn, List.of(), ranks);
    }

    /// What is predicted for a bar.
    Stream<Overlay.Level> levels(double x, int strand) {
        return drawn.stream()
                .filter(claim -> claim.kind() == Overlay.Kind.PREDICTED)
                .flatMap(claim -> claim.levels().stream())
                .filter(level -> level.x() == x && (level.strand() == strand || level.strand() < 0));
    }

    /// A series' name with its rank.
    String withRank(String name) {
        String rank = ranks.get(name);
        return rank == null ? name : name + " (" + rank + ")";
    }
}
