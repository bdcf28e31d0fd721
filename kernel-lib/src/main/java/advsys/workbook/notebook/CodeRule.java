package advsys.workbook.notebook;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Cells that run on every machine, offline, and again: no waiting by the clock, no path of somebody's disk, nothing
/// from a network, no magic that changes the session.
final class CodeRule implements Rule {
    private static final Set<String> MAGICS = Set.of("%%time");

    private static final Pattern SLEEP =
            Pattern.compile("\\b(Thread|SECONDS|MILLISECONDS|MICROSECONDS|NANOSECONDS)\\s*\\.\\s*sleep\\b"
                    + "|\\bparkNanos\\b|\\bparkUntil\\b");
    private static final Pattern PATH = Pattern.compile(
            "(/(home|Users|tmp|var|etc|opt|usr|mnt|root|private|work|data)(/.*|$)|~/.*|[A-Za-z]:[\\\\/].*|file:.*)",
            Pattern.DOTALL);
    private static final Pattern MARKDOWN_PATH = Pattern.compile("\\]\\((/[^)]*|file:[^)]*|[A-Za-z]:\\\\[^)]*)\\)");
    private static final Pattern NETWORK = Pattern.compile(
            "\\b(HttpClient|HttpURLConnection|URLConnection|openStream|openConnection|InetAddress)\\b|new\\s+URL\\b");
    private static final Pattern REMOTE = Pattern.compile("(?s)(https?|ftp|wss?)://.*");
    private static final Pattern REMOTE_PICTURE = Pattern.compile(
            "!\\[[^\\]]*\\]\\((https?:)?//|<(img|script|iframe|link)\\b[^>]*\\b(src|href)\\s*=\\s*[\"']?(https?:)?//");

    @Override
    public void check(Notebook notebook, Findings findings) {
        for (NotebookCell cell : notebook.cells()) {
            if (cell.isCode()) {
                checkMagics(cell, findings);
                checkJava(cell, findings);
            } else if (cell.isMarkdown()) {
                checkMarkdown(cell, findings);
            }
        }
    }

    private static void checkMagics(NotebookCell cell, Findings findings) {
        for (String line : cell.lines()) {
            String first = line.split("\\s", 2)[0];
            if (first.startsWith("%") && !MAGICS.contains(first)) {
                findings.error(
                        cell,
                        "magic",
                        "'" + first + "' changes the session",
                        "allowed is " + String.join(", ", MAGICS) + "; what cells need belongs to the library");
            }
        }
    }

    private static void checkJava(NotebookCell cell, Findings findings) {
        JavaText text = JavaText.of(cell.source());
        if (SLEEP.matcher(text.code()).find()) {
            findings.error(
                    cell, "sleep", "it waits by the clock", "wait for the event: join, await, or a barrier of the lab");
        }
        List<String> strings = text.strings();
        strings.stream()
                .filter(each -> PATH.matcher(each).matches())
                .forEach(each -> findings.error(
                        cell, "path", "\"" + each + "\" is a path of one machine", "use a path below data/"));
        if (NETWORK.matcher(text.code()).find()
                || strings.stream().anyMatch(each -> REMOTE.matcher(each).matches())) {
            findings.error(
                    cell, "network", "it reaches for the network", "notebooks run offline: put the data in data/");
        }
    }

    private static void checkMarkdown(NotebookCell cell, Findings findings) {
        if (MARKDOWN_PATH.matcher(cell.source()).find()) {
            findings.error(cell, "path", "a link has an absolute path", "link relative to the notebook");
        }
        if (REMOTE_PICTURE.matcher(cell.source()).find()) {
            findings.error(
                    cell, "network", "a picture or script is loaded from the network", "keep it beside the notebook");
        }
    }
}
