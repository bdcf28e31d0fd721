package advsys.lab.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// States and the transitions between them (D. Harel's notation, Science of Computer Programming 8(3), 1987, without
/// nesting). One arrow for each pair of states, with all that leads from the one to the other.
public final class States {
    private static final List<String> STYLE = List.of(
            "hide empty description",
            "skinparam backgroundColor white",
            "skinparam shadowing false",
            "skinparam stateBackgroundColor #EAF2F8",
            "skinparam stateBorderColor #4D4D4D",
            "skinparam ArrowColor #1A1A1A");

    private final List<Arrow> arrows;

    public States(List<Arrow> arrows) {
        this.arrows = List.copyOf(arrows);
    }

    /// The states, in the order of appearance.
    public List<String> names() {
        return arrows.stream()
                .flatMap(arrow -> List.of(arrow.from(), arrow.to()).stream())
                .distinct()
                .toList();
    }

    /// The picture.
    ///
    /// @throws NotDrawnException if there is none
    public Drawing picture() {
        return PlantUml.picture(source(new Label(false)));
    }

    private List<String> source(Label label) {
        List<String> lines = new ArrayList<>(STYLE);
        Map<String, String> names = new LinkedHashMap<>();
        for (String state : names()) {
            names.put(state, "s" + names.size());
            lines.add("state \"" + label.of(state) + "\" as " + names.get(state));
        }
        Map<List<String>, List<Arrow>> between = new LinkedHashMap<>();
        arrows.forEach(arrow -> between.computeIfAbsent(List.of(arrow.from(), arrow.to()), pair -> new ArrayList<>())
                .add(arrow));
        between.forEach((pair, some) -> {
            boolean marked = some.stream().anyMatch(Arrow::marked);
            String what = String.join(
                    "\\n", // PlantUML's own line break, between labels that hold none
                    some.stream()
                            .map(arrow -> label.of((arrow.marked() ? "▶ " : "") + arrow.what()))
                            .distinct()
                            .toList());
            lines.add(names.get(pair.getFirst())
                    + (marked ? " -[#D55E00,bold]-> " : " --> ")
                    + names.get(pair.getLast())
                    + (what.isBlank() ? "" : " : " + what));
        });
        return lines;
    }
}
