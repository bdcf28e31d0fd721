package advsys.workbook.notebook;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Parts present and in order, one line of setup, and a word before every chart.
final class PartRule implements Rule {
    @Override
    public void check(Notebook notebook, Findings findings) {
        Map<Part, NotebookCell> first = new EnumMap<>(Part.class);
        for (NotebookCell cell : notebook.cells()) {
            for (String label : cell.parts()) {
                Part.of(label)
                        .ifPresentOrElse(
                                part -> first.putIfAbsent(part, cell),
                                () -> findings.error(cell, "part", "there is no part '" + label + "'", known()));
            }
        }
        if (notebook.isChapter()) {
            checkPresent(first, findings);
        }
        checkOrder(first, findings);
        checkSetup(first, findings);
        checkCharts(notebook.cells(), findings);
    }

    private static void checkPresent(Map<Part, NotebookCell> first, Findings findings) {
        for (Part part : Part.values()) {
            if (first.containsKey(part)) {
                continue;
            }
            String what = "no cell is the part '" + part.label() + "': " + part.meaning();
            String remedy = "write it, and set metadata.advsys.part of its cell";
            if (part.isRequired()) {
                findings.error("part", what, remedy);
            } else {
                findings.warning("part", what, remedy);
            }
        }
    }

    private static void checkOrder(Map<Part, NotebookCell> first, Findings findings) {
        Map.@Nullable Entry<Part, NotebookCell> before = null;
        for (Map.Entry<Part, NotebookCell> here : first.entrySet()) { // an EnumMap goes in the order of the parts
            if (before != null && here.getValue().index() < before.getValue().index()) {
                String what = "'%s' comes before '%s' (cell %s)"
                        .formatted(
                                here.getKey().label(),
                                before.getKey().label(),
                                before.getValue().id());
                findings.error(here.getValue(), "part", what, "keep the order " + labels());
            }
            before = Map.entry(here.getKey(), here.getValue());
        }
    }

    private static void checkSetup(Map<Part, NotebookCell> first, Findings findings) {
        NotebookCell setup = first.get(Part.SETUP);
        if (setup != null && setup.isCode()) {
            long imports = setup.lines().stream()
                    .filter(line -> line.startsWith("import "))
                    .count();
            if (imports > 1) {
                findings.error(setup, "part", "setup imports on " + imports + " lines", "put its imports on one line");
            }
        }
    }

    /// A chart that nobody announced is looked at without a question in mind.
    private static void checkCharts(List<NotebookCell> cells, Findings findings) {
        boolean announced = false;
        for (NotebookCell cell : cells) {
            if (cell.isMarkdown()) {
                announced = true;
            } else if (cell.isCode() && JavaText.of(cell.source()).code().contains("Chart.")) {
                if (!announced) {
                    findings.error(cell, "chart-text", "no text precedes this chart", "say first what to look for");
                }
                announced = false;
            }
        }
    }

    private static String known() {
        return "use one of " + labels();
    }

    private static String labels() {
        return String.join(", ", Arrays.stream(Part.values()).map(Part::label).toList());
    }
}
