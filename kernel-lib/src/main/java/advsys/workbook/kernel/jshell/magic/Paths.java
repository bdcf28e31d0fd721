package advsys.workbook.kernel.jshell.magic;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Paths as readers type them: relative to the notebook's folder, `~` for home, quotes around blanks, `*` in the name.
final class Paths {
    private Paths() {}

    static Path of(String typed) throws MagicException {
        String path = unquoted(typed);
        String home = System.getProperty("user.home", "");
        String whole = path.equals("~") || path.startsWith("~/") ? home + path.substring(1) : path;
        try {
            return Path.of(whole);
        } catch (InvalidPathException invalid) {
            throw new MagicException("\"" + typed + "\" is no path: " + invalid.getReason());
        }
    }

    /// The files that `glob` means: a path, whose last name may have `*`, `?` and `{a,b}`.
    static List<Path> matching(String glob) throws MagicException {
        String unquoted = unquoted(glob);
        int slash = unquoted.lastIndexOf('/');
        String name = unquoted.substring(slash + 1);
        if (name.chars().noneMatch(c -> "*?{[".indexOf(c) >= 0)) {
            Path path = of(glob);
            if (!Files.exists(path)) {
                throw new MagicException(path.toAbsolutePath() + " does not exist");
            }
            return List.of(path);
        }
        Path folder = of(slash < 0 ? "." : unquoted.substring(0, slash + 1));
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, name)) {
            files.forEach(found::add);
        } catch (IOException unreadable) {
            throw new MagicException("the folder " + folder.toAbsolutePath() + " cannot be read: " + unreadable);
        }
        if (found.isEmpty()) {
            throw new MagicException("nothing in " + folder.toAbsolutePath().normalize() + " is called " + name);
        }
        Collections.sort(found);
        return found;
    }

    private static String unquoted(String typed) {
        boolean quoted = typed.length() >= 2
                && typed.charAt(0) == typed.charAt(typed.length() - 1)
                && "\"'".indexOf(typed.charAt(0)) >= 0;
        return quoted ? typed.substring(1, typed.length() - 1) : typed;
    }

    /// The words of a line; quotes keep blanks together.
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        java.util.regex.Matcher matcher =
                java.util.regex.Pattern.compile("\"[^\"]*\"|'[^']*'|\\S+").matcher(line);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
