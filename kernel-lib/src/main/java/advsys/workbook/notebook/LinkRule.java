package advsys.workbook.notebook;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a link within the workbook points at exists: a file beside the notebook, or a heading in it. Links to the
/// outside are not followed here.
final class LinkRule implements Rule {
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
    private static final Pattern LINK =
            Pattern.compile("\\]\\(\\s*<?([^)>\\s]+)>?[^)]*\\)|(?:src|href)\\s*=\\s*[\"']([^\"']+)");
    private static final Pattern OUTSIDE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|//.*|/.*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.*?)\\s*#*$");
    private static final Pattern ANCHOR = Pattern.compile("\\b(?:id|name)\\s*=\\s*[\"']([^\"']+)[\"']");

    @Override
    public void check(Notebook notebook, Findings findings) {
        Set<String> anchors = anchors(notebook);
        for (NotebookCell cell : notebook.cells()) {
            if (!cell.isMarkdown()) {
                continue;
            }
            Matcher link = LINK.matcher(CODE.matcher(cell.source()).replaceAll(" "));
            while (link.find()) {
                String target = link.group(1) == null ? link.group(2) : link.group(1);
                if (!OUTSIDE.matcher(target).matches() && !target.startsWith("attachment:")) {
                    checkTarget(notebook, cell, target, anchors, findings);
                }
            }
        }
    }

    private static void checkTarget(
            Notebook notebook, NotebookCell cell, String target, Set<String> anchors, Findings findings) {
        String remedy = "correct the link";
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        if (path.isEmpty()) {
            if (!anchors.contains(decoded(target.substring(1)))) {
                findings.error(cell, "link", "no heading here is called '" + target + "'", remedy);
            }
            return;
        }
        try {
            if (!Files.exists(notebook.file().toAbsolutePath().resolveSibling(decoded(path)))) {
                findings.error(cell, "link", "'" + path + "' does not exist beside the notebook", remedy);
            }
        } catch (InvalidPathException _) {
            findings.error(cell, "link", "'" + path + "' is not a path", remedy);
        }
    }

    /// JupyterLab names a heading by its text, blanks replaced by `-`.
    private static Set<String> anchors(Notebook notebook) {
        Set<String> anchors = new HashSet<>();
        for (NotebookCell cell : notebook.cells()) {
            if (cell.isMarkdown()) {
                HEADING.matcher(cell.source())
                        .results()
                        .forEach(heading -> anchors.add(
                                heading.group(1).replaceAll("[*_`]", "").replace(' ', '-')));
                ANCHOR.matcher(cell.source()).results().forEach(anchor -> anchors.add(anchor.group(1)));
            }
        }
        return anchors;
    }

    private static String decoded(String target) {
        return URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
