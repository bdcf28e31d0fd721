package advsys.workbook.kernel.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON that comes from outside, read with suspicion, and Java values turned into JSON.
final class Json {
    private static final int DEEPEST = 100;

    private Json() {}

    /// Parses an object. `what` is what messages call it.
    static JsonObject object(String text, String what) throws Malformed {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(DEEPEST);
            JsonElement parsed = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new Malformed(what + " has something behind its end");
            }
            if (!(parsed instanceof JsonObject object)) {
                throw new Malformed(what + " is not a JSON object");
            }
            return object;
        } catch (JsonParseException | IOException | StackOverflowError wrong) {
            throw new Malformed(what + " is not JSON (" + wrong.getMessage() + ")");
        }
    }

    /// A string that must be there.
    static String string(JsonObject object, String name) throws Malformed {
        if (object.get(name) instanceof JsonPrimitive value && value.isString()) {
            return value.getAsString();
        }
        throw wrong(object, name, "a string");
    }

    static String string(JsonObject object, String name, String absent) throws Malformed {
        return absent(object, name) ? absent : string(object, name);
    }

    /// A whole number that must be there.
    static int integer(JsonObject object, String name) throws Malformed {
        if (object.get(name) instanceof JsonPrimitive value && value.isNumber()) {
            double number = value.getAsDouble();
            if (number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE) {
                return (int) number;
            }
        }
        throw wrong(object, name, "a whole number");
    }

    static int integer(JsonObject object, String name, int absent) throws Malformed {
        return absent(object, name) ? absent : integer(object, name);
    }

    static boolean truth(JsonObject object, String name, boolean absent) throws Malformed {
        if (absent(object, name)) {
            return absent;
        }
        if (object.get(name) instanceof JsonPrimitive value && value.isBoolean()) {
            return value.getAsBoolean();
        }
        throw wrong(object, name, "true or false");
    }

    /// An object, empty when it is absent.
    static JsonObject object(JsonObject object, String name) throws Malformed {
        if (absent(object, name)) {
            return new JsonObject();
        }
        if (object.get(name) instanceof JsonObject value) {
            return value;
        }
        throw wrong(object, name, "an object");
    }

    private static boolean absent(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value == null || value.isJsonNull();
    }

    private static Malformed wrong(JsonObject object, String name, String wanted) {
        String found = String.valueOf(object.get(name));
        return new Malformed("\"" + name + "\" must be " + wanted + ", it is "
                + (found.length() > 40 ? found.substring(0, 40) + "…" : found));
    }

    /// What JSON makes of a Java value: maps, iterables, strings, numbers, truth values; anything else becomes its
    /// text.
    ///
    /// @throws IllegalArgumentException if it is nested deeper than front ends read
    static JsonElement of(@Nullable Object value) {
        return of(value, 0);
    }

    private static JsonElement of(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("nested deeper than " + DEEPEST);
        }
        return switch (value) {
            case null -> JsonNull.INSTANCE;
            case JsonElement json -> json;
            case Map<?, ?> map -> {
                JsonObject object = new JsonObject();
                map.forEach((name, element) -> object.add(String.valueOf(name), of(element, depth + 1)));
                yield object;
            }
            case Iterable<?> elements -> {
                JsonArray array = new JsonArray();
                elements.forEach(element -> array.add(of(element, depth + 1)));
                yield array;
            }
            case Boolean truth -> new JsonPrimitive(truth);
            case Number number when Double.isFinite(number.doubleValue()) -> new JsonPrimitive(number);
            default -> new JsonPrimitive(String.valueOf(value)); // NaN and ∞ too: JSON has no numbers for them
        };
    }

    /// The Java value of JSON: maps, lists, strings, numbers, truth values, null.
    static @Nullable Object toJava(JsonElement json) {
        return switch (json) {
            case JsonObject object -> toMap(object);
            case JsonArray array -> {
                List<@Nullable Object> list = new ArrayList<>(array.size());
                array.forEach(element -> list.add(toJava(element)));
                yield list;
            }
            case JsonPrimitive value when value.isBoolean() -> value.getAsBoolean();
            case JsonPrimitive value when value.isNumber() -> value.getAsNumber();
            case JsonPrimitive value -> value.getAsString();
            default -> null;
        };
    }

    @SuppressWarnings("NullAway") // JSON's null stays null in the map, as Comms says
    static Map<String, Object> toMap(JsonObject object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.entrySet().forEach(entry -> map.put(entry.getKey(), toJava(entry.getValue())));
        return map;
    }
}
