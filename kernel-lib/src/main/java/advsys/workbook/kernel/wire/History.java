package advsys.workbook.kernel.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was run, since the kernel started: in memory, the latest 10 000 cells or 16 million characters.
final class History {
    private static final int SESSION = 1;
    private static final int MOST = 10_000;
    private static final long CHARACTERS = 16_000_000;
    private static final int LONGEST_RESULT = 1000;

    private static final class Entry {
        final int number;
        final String code;

        @Nullable
        String result;

        Entry(int number, String code) {
            this.number = number;
            this.code = code;
        }
    }

    private final Deque<Entry> entries = new ArrayDeque<>(); // oldest first; guarded by this
    private long characters;

    synchronized void add(int number, String code) {
        entries.addLast(new Entry(number, code));
        characters += code.length();
        while (entries.size() > MOST || (characters > CHARACTERS && entries.size() > 1)) {
            characters -= entries.removeFirst().code.length();
        }
    }

    /// The text of what the latest cell returned, when it has this number.
    synchronized void result(int number, String text) {
        Entry latest = entries.peekLast();
        if (latest != null && latest.number == number) {
            latest.result = text.length() > LONGEST_RESULT ? text.substring(0, LONGEST_RESULT) + "…" : text;
        }
    }

    /// The content of a reply to a `history_request`.
    JsonObject reply(JsonObject request) throws Malformed {
        boolean results = Json.truth(request, "output", false);
        List<Entry> found = find(request);
        JsonArray history = new JsonArray();
        for (Entry entry : found) {
            JsonArray row = new JsonArray();
            row.add(SESSION);
            row.add(entry.number);
            if (results) {
                JsonArray pair = new JsonArray();
                pair.add(entry.code);
                pair.add(entry.result == null ? JsonNull.INSTANCE : Json.of(entry.result));
                row.add(pair);
            } else {
                row.add(entry.code);
            }
            history.add(row);
        }
        JsonObject content = Replies.ok();
        content.add("history", history);
        return content;
    }

    private synchronized List<Entry> find(JsonObject request) throws Malformed {
        String how = Json.string(request, "hist_access_type", "tail");
        return switch (how) {
            case "tail" -> latest(new ArrayList<>(entries), Json.integer(request, "n", 10));
            case "range" -> range(request);
            case "search" -> search(request);
            default -> throw new Malformed("\"hist_access_type\" must be tail, range or search, it is \"" + how + "\"");
        };
    }

    private List<Entry> range(JsonObject request) throws Malformed {
        int session = Json.integer(request, "session", 0);
        int start = Json.integer(request, "start", 0);
        int stop = Json.integer(request, "stop", Integer.MAX_VALUE);
        if (session != 0 && session != SESSION) { // 0 is this session, and no other is kept
            return List.of();
        }
        return entries.stream()
                .filter(entry -> start <= entry.number && entry.number < stop)
                .toList();
    }

    private List<Entry> search(JsonObject request) throws Malformed {
        String pattern = Json.string(request, "pattern", "*");
        boolean unique = Json.truth(request, "unique", false);
        Map<Object, Entry> found = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (matches(pattern, entry.code)) {
                Object key = unique ? entry.code : entry;
                found.remove(key); // of equal ones the latest, at its place
                found.put(key, entry);
            }
        }
        return latest(new ArrayList<>(found.values()), Json.integer(request, "n", Integer.MAX_VALUE));
    }

    private static List<Entry> latest(List<Entry> found, int most) {
        return found.subList(Math.max(0, found.size() - Math.max(0, most)), found.size());
    }

    /// Whether `text` is what `glob` says: `*` any text, `?` one character, everything else itself. Never takes longer
    /// than the product of the lengths: at a mismatch only the latest `*` is tried again.
    static boolean matches(String glob, String text) {
        int g = 0;
        int t = 0;
        int star = -1; // where the latest star stands
        int taken = 0; // up to where it has taken text
        while (t < text.length()) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                star = g++;
                taken = t;
            } else if (g < glob.length() && (glob.charAt(g) == '?' || glob.charAt(g) == text.charAt(t))) {
                g++;
                t++;
            } else if (star >= 0) {
                g = star + 1;
                t = ++taken;
            } else {
                return false;
            }
        }
        while (g < glob.length() && glob.charAt(g) == '*') {
            g++;
        }
        return g == glob.length();
    }
}
