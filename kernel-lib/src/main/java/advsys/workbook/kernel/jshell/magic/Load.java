package advsys.workbook.kernel.jshell.magic;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// `%load stack.java`: runs a file as if it stood in the cell: Java source, a JShell script, or the code of a notebook.
final class Load implements Magic {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+[\\w.]+\\s*;");

    @Override
    public String usage() {
        return "%load FILE            runs a .java or .jshell file, or the code cells of an .ipynb";
    }

    @Override
    public void run(String arguments, Host host) throws Exception {
        List<String> words = Paths.words(arguments);
        if (words.size() != 1) {
            throw new MagicException("%load needs one file, such as  %load stack.java");
        }
        Path file = Paths.of(words.getFirst());
        String text = read(file);
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".ipynb")) {
            List<String> cells = codeCells(file, text);
            for (int i = 0; i < cells.size(); i++) {
                host.run(name + " cell " + (i + 1), cells.get(i));
            }
        } else {
            host.run(
                    name,
                    PACKAGE.matcher(text).replaceAll(match -> match.group().replaceAll("\\S", " ")));
        }
    }

    private static String read(Path file) throws MagicException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new MagicException(file.toAbsolutePath().normalize() + " does not exist");
        } catch (CharacterCodingException notText) {
            throw new MagicException(file + " is no text in UTF-8");
        } catch (IOException unreadable) {
            throw new MagicException(file + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static List<String> codeCells(Path file, String text) throws MagicException {
        List<String> cells = new ArrayList<>();
        try {
            JsonArray all = JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("cells");
            for (JsonElement element : all) {
                JsonObject cell = element.getAsJsonObject();
                if (cell.get("cell_type").getAsString().equals("code")) {
                    cells.add(source(cell.get("source")));
                }
            }
        } catch (JsonParseException | IllegalStateException | NullPointerException damaged) {
            throw new MagicException(file + " is no notebook, or a damaged one: " + damaged.getMessage());
        }
        return cells;
    }

    private static String source(JsonElement source) {
        if (source.isJsonPrimitive()) {
            return source.getAsString();
        }
        StringBuilder text = new StringBuilder();
        source.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
        return text.toString();
    }
}
