package advsys.lab;

import advsys.lab.show.Grid;
import advsys.lab.show.Html;
import advsys.lab.show.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What stands around a table: a title above, and below it the notes and the host on which it was measured.
record Notes(String title, List<String> notes, @Nullable HostCard host) {
    private static final int NOTES = 12;
    private static final int NOTE = 2000; // characters; a note may hold stacks, in lines of their own

    Bundle around(Grid grid) {
        return around(List.of(grid));
    }

    Bundle around(List<Grid> grids) {
        return around(
                grids.stream().map(Grid::text).collect(Collectors.joining("\n")),
                grids.stream().map(Grid::html).collect(Collectors.joining()));
    }

    /// The same around what is no table.
    Bundle around(String text, String html) {
        List<String> lines = lines();
        String foot = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        return Bundle.html(
                Html.note(title()) + html + lines.stream().map(Html::note).collect(Collectors.joining()),
                title() + "\n" + text + (foot.isEmpty() ? "" : "\n" + foot));
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        notes.stream().limit(NOTES).map(Notes::clean).forEach(lines::add);
        if (notes.size() > NOTES) {
            lines.add("… and " + (notes.size() - NOTES) + " more notes");
        }
        if (host != null) {
            lines.add("measured on " + HostCardView.line(host));
        }
        return lines;
    }

    /// A note keeps its lines; each of them is cleaned.
    private static String clean(String note) {
        String cut = note.length() <= NOTE ? note : note.substring(0, NOTE) + "…";
        return cut.lines().map(line -> Plain.line(line, 300)).collect(Collectors.joining("\n"));
    }
}
