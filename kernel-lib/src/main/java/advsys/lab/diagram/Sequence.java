package advsys.lab.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who told whom what, downwards in time (L. Lamport's space-time diagram, CACM 21(7), 1978).
public final class Sequence {
    private static final List<String> STYLE = List.of(
            "hide footbox",
            "skinparam backgroundColor white",
            "skinparam shadowing false",
            "skinparam sequenceMessageAlign left",
            "skinparam sequenceParticipantBackgroundColor #EAF2F8",
            "skinparam sequenceParticipantBorderColor #4D4D4D",
            "skinparam sequenceLifeLineBorderColor #999999",
            "skinparam sequenceArrowColor #1A1A1A",
            "skinparam noteBackgroundColor #F7F7F7",
            "skinparam noteBorderColor #999999");

    private final List<Arrow> arrows;

    public Sequence(List<Arrow> arrows) {
        this.arrows = List.copyOf(arrows);
    }

    /// Everybody who takes part, in the order of appearance.
    public List<String> actors() {
        Map<String, Boolean> actors = new LinkedHashMap<>();
        for (Arrow arrow : arrows) {
            actors.put(arrow.from(), true);
            if (!arrow.to().isEmpty()) {
                actors.put(arrow.to(), true);
            }
        }
        return List.copyOf(actors.keySet());
    }

    /// The picture.
    ///
    /// @throws NotDrawnException if there is none
    public Drawing picture() {
        return PlantUml.picture(source(new Label(false)));
    }

    /// Text art.
    ///
    /// @throws NotDrawnException if there is none
    public String art() {
        Label label = new Label(true);
        return label.restored(PlantUml.art(source(label)));
    }

    private List<String> source(Label label) {
        List<String> lines = new ArrayList<>(STYLE);
        Map<String, String> names = new LinkedHashMap<>();
        for (String actor : actors()) {
            names.put(actor, "p" + names.size());
            lines.add("participant \"" + label.of(actor) + "\" as " + names.get(actor));
        }
        for (Arrow arrow : arrows) {
            String what = label.of((arrow.marked() ? "▶ " : "") + arrow.what());
            String from = names.get(arrow.from());
            lines.add(
                    arrow.to().isEmpty()
                            ? "rnote over " + from + (arrow.marked() ? " #FDE5CC" : "") + " : " + what
                            : from + (arrow.marked() ? " -[#D55E00,bold]> " : " -> ") + names.get(arrow.to()) + " : "
                                    + what);
        }
        return lines;
    }
}
