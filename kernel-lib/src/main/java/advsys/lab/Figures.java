package advsys.lab;

import advsys.lab.show.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `data/figures.tsv`, which the build puts into the jar: a comment, the heads of the columns, a line for each figure.
final class Figures {
    private static final int COLUMNS = 10;
    private static final int SUGGESTIONS = 5;
    private static final int FAR = 4; // letters; what is farther off is no slip of the pen

    private static final Map<String, Figure> ALL = read();

    private Figures() {}

    static List<Figure> all() {
        return List.copyOf(ALL.values());
    }

    /// @throws IllegalArgumentException with the nearest ids, if there is no such figure
    static Figure of(String id) {
        Figure figure = ALL.get(id);
        if (figure == null) {
            throw new IllegalArgumentException(
                    "there is no published figure \"" + id + "\" in data/figures.tsv; " + near(id));
        }
        return figure;
    }

    private static String near(String id) {
        String wanted = id.substring(id.indexOf('.') + 1);
        String author = id.contains(".") ? id.substring(0, id.indexOf('.') + 1) : id;
        List<String> near = ALL.keySet().stream()
                .filter(each -> Spelling.distance(each, id) <= FAR
                        || each.startsWith(author)
                        || (!wanted.isEmpty() && each.contains(wanted)))
                .sorted(Comparator.comparingInt(each -> Spelling.distance(each, id)))
                .limit(SUGGESTIONS)
                .toList();
        return near.isEmpty()
                ? "there are " + String.join(", ", ALL.keySet())
                : "the nearest are " + String.join(", ", near);
    }

    private static Map<String, Figure> read() {
        try (InputStream file = Figures.class.getResourceAsStream("figures.tsv")) {
            if (file == null) {
                throw new IllegalStateException("figures.tsv is not in the jar: ./workbook build puts it there");
            }
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Figure> parse(String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toList());
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (cells.length != COLUMNS) {
                throw new IllegalStateException(
                        "a line of data/figures.tsv has " + cells.length + " columns, not " + COLUMNS + ": " + line);
            }
            Figure figure = new Figure(
                    cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8], cells[9]);
            if (figures.put(figure.id(), figure) != null) {
                throw new IllegalStateException("data/figures.tsv has two lines of " + figure.id());
            }
        }
        return figures;
    }
}
