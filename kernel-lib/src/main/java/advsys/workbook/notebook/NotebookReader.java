package advsys.workbook.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Validates a notebook as it is read: afterwards nobody meets a missing member or one of the wrong type.
final class NotebookReader {
    private static final Set<String> TYPES = Set.of("code", "markdown", "raw");
    private static final String ID = "[a-zA-Z0-9_-]{1,64}"; // nbformat 4.5

    private final Path file;

    private NotebookReader(Path file) {
        this.file = file;
    }

    static Notebook read(Path file) throws IOException {
        String text = NotebookText.decode(file);
        JsonObject json = NotebookText.parse(file, text);
        NotebookReader reader = new NotebookReader(file);
        reader.checkVersion(json);
        reader.object(json.get("metadata"), "the notebook's metadata");
        return new Notebook(file, reader.cells(json), json, text);
    }

    private void checkVersion(JsonObject json) throws DamagedNotebookException {
        if (json.has("worksheets") || isNumber(json.get("nbformat"), 3)) {
            throw damaged("it is a notebook of nbformat 3", "Convert it: jupyter nbconvert --to notebook --nbformat 4");
        }
        if (!json.has("nbformat") || !json.has("cells")) {
            throw damaged(
                    "it has no " + (json.has("cells") ? "nbformat" : "cells") + ", so it is JSON but not a notebook",
                    "Restore it with 'git checkout -- " + file.getFileName() + "'");
        }
        if (!isNumber(json.get("nbformat"), 4)) {
            throw damaged(
                    "its nbformat is " + json.get("nbformat") + ", and only 4 is known here",
                    "Save it as nbformat 4.5 with the program that wrote it");
        }
        JsonElement minor = json.get("nbformat_minor");
        if (!(minor instanceof JsonPrimitive p) || !p.isNumber() || p.getAsInt() < 5) {
            throw damaged(
                    "its nbformat_minor is " + minor + ", and cells have ids only from 5 on",
                    "Open it in JupyterLab and save it: that writes nbformat 4.5");
        }
    }

    private List<NotebookCell> cells(JsonObject json) throws DamagedNotebookException {
        if (!(json.get("cells") instanceof JsonArray array)) {
            throw damaged("its cells are not a list", "Restore it from git");
        }
        List<NotebookCell> cells = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (JsonElement each : array) {
            int number = cells.size() + 1;
            JsonObject cell = object(each, "cell " + number);
            String type = text(cell.get("cell_type"), "the cell_type of cell " + number);
            if (!TYPES.contains(type)) {
                throw damaged("cell " + number + " is of the unknown type '" + type + "'", "Use code or markdown");
            }
            String id = text(cell.get("id"), "the id of cell " + number);
            if (!id.matches(ID)) {
                throw damaged(
                        "cell " + number + " has the id '" + id + "'", "Use letters, digits, - and _, 64 at most");
            }
            Integer before = seen.putIfAbsent(id, number);
            if (before != null) {
                throw damaged(
                        "cells " + before + " and " + number + " have the same id '" + id + "'",
                        "Give the copy an id of its own");
            }
            object(cell.get("metadata"), "the metadata of cell " + id);
            if (type.equals("code") && !(cell.get("outputs") instanceof JsonArray)) {
                throw damaged("cell " + id + " has no list of outputs", "Add \"outputs\": []");
            }
            cells.add(new NotebookCell(cells.size(), id, type, source(cell.get("source"), id), cell));
        }
        return cells;
    }

    /// nbformat allows one text or a list of lines, each with its own line end.
    private String source(JsonElement source, String id) throws DamagedNotebookException {
        if (source instanceof JsonArray lines) {
            StringBuilder whole = new StringBuilder();
            for (JsonElement line : lines) {
                whole.append(text(line, "a line of cell " + id));
            }
            return whole.toString();
        }
        return text(source, "the source of cell " + id);
    }

    private JsonObject object(JsonElement value, String what) throws DamagedNotebookException {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw damaged(what + (value == null ? " is missing" : " is not an object"), "Restore it from git");
    }

    private String text(JsonElement value, String what) throws DamagedNotebookException {
        if (value instanceof JsonPrimitive text && text.isString()) {
            return text.getAsString();
        }
        throw damaged(what + (value == null ? " is missing" : " is not a text"), "Restore it from git");
    }

    private static boolean isNumber(JsonElement value, int expected) {
        return value instanceof JsonPrimitive number
                && number.isNumber()
                && number.getAsString().equals("" + expected);
    }

    private DamagedNotebookException damaged(String reason, String remedy) {
        return new DamagedNotebookException(file, reason, remedy);
    }
}
