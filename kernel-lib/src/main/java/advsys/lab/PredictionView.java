package advsys.lab;

import advsys.lab.show.Html;
import advsys.lab.show.Numbers;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A prediction as a line for people and as JSON for tools.
final class PredictionView {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private PredictionView() {}

    static Bundle of(Prediction prediction) {
        String html = "<div style=\"margin:4px 0\">Your prediction: " + Html.text(prediction.question()) + ": <b>"
                + Html.text(answer(prediction)) + "</b>" + Html.text(place(prediction)) + "</div>"
                + Html.note("committed at " + TIME.format(prediction.made().atZone(ZoneId.systemDefault()))
                        + "; saved with this notebook");
        return Bundle.html(html, text(prediction)).with(Prediction.MIME, json(prediction));
    }

    static String text(Prediction prediction) {
        return "Your prediction: " + prediction.question() + ": " + answer(prediction) + place(prediction);
    }

    private static String place(Prediction prediction) {
        return prediction.place().anywhere() ? "" : ", at " + prediction.place();
    }

    static String answer(Prediction prediction) {
        return switch (prediction.kind()) {
            case VALUE, CURVE ->
                prediction.numbers().stream()
                        .map(number -> Numbers.axis(number))
                        .collect(Collectors.joining(", "));
            case RANKING -> String.join(", ", prediction.names());
        };
    }

    static Map<String, Object> json(Prediction prediction) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", 1);
        json.put("kind", prediction.kind().name().toLowerCase(Locale.ROOT));
        json.put("question", prediction.question());
        json.put("answer", prediction.kind() == Prediction.Kind.RANKING ? prediction.names() : prediction.numbers());
        json.put(
                "at",
                prediction.place().names().stream().map(PredictionView::plain).toList());
        json.put("made", prediction.made().toString());
        return json;
    }

    private static Object plain(Object name) {
        return name instanceof Number number ? number : String.valueOf(name);
    }

    /// How the reader's claim is named in a legend and a table.
    static String label(Prediction prediction, List<String> where) {
        return where.isEmpty() ? "your prediction" : "your " + String.join(", ", where);
    }
}
