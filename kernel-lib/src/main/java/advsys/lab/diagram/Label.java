package advsys.lab.diagram;

import advsys.lab.show.Plain;
import java.util.LinkedHashMap;
import java.util.Map;

/// Text from outside as a label in PlantUML's source: on one line, and never part of the language.
///
/// In pictures a suspect character is written by its number, `<U+0040>`. Text art does not know numbers: there each
/// stands as a pattern of dots (U+2801…), and is put back when the drawing is done.
final class Label {
    private static final int LIMIT = 60;
    private static final char FIRST_STAND_IN = '\u2801';
    private static final char LAST_STAND_IN = '\u28FF';

    private final boolean art;
    private final Map<Integer, Character> standIns = new LinkedHashMap<>();

    /// @param art for text art, not for a picture
    Label(boolean art) {
        this.art = art;
    }

    /// The label; a blank one is one blank, because PlantUML refuses nothing at all.
    String of(String text) {
        StringBuilder label = new StringBuilder();
        Plain.line(text, LIMIT).codePoints().forEach(character -> append(label, character));
        return label.isEmpty() ? " " : label.toString();
    }

    private void append(StringBuilder label, int character) {
        if (isPlain(character)) {
            label.appendCodePoint(character);
        } else if (art) {
            label.append(standIn(character));
        } else {
            label.append(String.format("<U+%04X>", isOwn(character) ? 0xFFFD : character));
        }
    }

    private static boolean isPlain(int character) {
        boolean dots = character >= 0x2800 && character <= LAST_STAND_IN;
        return character == ' ' || (!dots && !isOwn(character) && Character.isLetterOrDigit(character));
    }

    /// PlantUML keeps marks of its own in the private use area.
    private static boolean isOwn(int character) {
        int type = Character.getType(character);
        return type == Character.PRIVATE_USE || type == Character.UNASSIGNED || type == Character.SURROGATE;
    }

    private char standIn(int character) {
        char next = (char) (FIRST_STAND_IN + standIns.size());
        if (next > LAST_STAND_IN) {
            return standIns.getOrDefault(character, '?');
        }
        Character known = standIns.putIfAbsent(character, next);
        return known == null ? next : known;
    }

    /// The finished text art, with what the stand-ins stand for.
    String restored(String drawing) {
        StringBuilder text = new StringBuilder(drawing.length());
        Map<Integer, Integer> back = new LinkedHashMap<>();
        standIns.forEach((character, standIn) -> back.put((int) standIn, isOwn(character) ? 0xFFFD : character));
        drawing.codePoints().forEach(each -> text.appendCodePoint(back.getOrDefault(each, each)));
        return text.toString();
    }
}
