package advsys.workbook.kernel.jshell.help;

import advsys.lab.show.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A documentation comment as HTML, and as plain text. It knows the tags that are common; what it does not know it
/// shows as it stands.
///
/// @param html inline tags made into elements, block tags into a list
/// @param text the same without mark-up
record Javadoc(String html, String text) {
    private static final Pattern INLINE = Pattern.compile("\\{@(\\w+)\\s*((?:[^{}]|\\{[^{}]*\\})*)\\}");
    private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");
    private static final Pattern ELEMENT = Pattern.compile("<[^>]*>");
    private static final Pattern MARKDOWN_LINK = Pattern.compile("\\[([^\\]\\[]+)\\](?:\\[[^\\]]+\\]|\\([^)]*\\))?");

    /// Of a classic comment, `/** … */`, its stars taken off: HTML with tags.
    static Javadoc ofHtml(String comment) {
        List<Integer> starts = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(comment);
        while (matcher.find()) {
            starts.add(matcher.start());
        }
        String body = starts.isEmpty() ? comment : comment.substring(0, starts.getFirst());
        StringBuilder html = new StringBuilder("<div>" + inline(body.strip()) + "</div>");
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : comment.length();
            html.append(block(comment.substring(starts.get(i), end).strip()));
        }
        return new Javadoc(html.toString(), plain(html.toString()));
    }

    private static String block(String tag) {
        Matcher matcher = BLOCK.matcher(tag);
        if (!matcher.lookingAt()) {
            return "";
        }
        String rest = inline(tag.substring(matcher.end()));
        return switch (matcher.group(1)) {
            case "param", "throws", "exception" -> {
                String[] words = rest.split("\\s+", 2);
                yield "<div><code>" + words[0] + "</code> " + (words.length > 1 ? words[1] : "") + "</div>";
            }
            case "return" -> "<div><b>Returns</b> " + rest + "</div>";
            case "since", "see", "apiNote", "implSpec", "implNote", "deprecated" ->
                "<div><b>" + matcher.group(1) + "</b> " + rest + "</div>";
            default -> "";
        };
    }

    private static String inline(String text) {
        Matcher matcher = INLINE.matcher(text);
        StringBuilder html = new StringBuilder();
        while (matcher.find()) {
            String content = matcher.group(2).strip();
            String shown = switch (matcher.group(1)) {
                case "code", "literal" -> "<code>" + Html.text(content) + "</code>";
                case "link", "linkplain", "value" -> "<code>" + Html.text(linked(content)) + "</code>";
                case "return" -> "Returns " + inline(content) + ".";
                case "inheritDoc" -> "";
                default -> content;
            };
            matcher.appendReplacement(html, Matcher.quoteReplacement(shown));
        }
        return matcher.appendTail(html).toString();
    }

    /// `java.util.List#add the method` → `the method`, `#add` → `add`.
    private static String linked(String content) {
        String[] words = content.split("\\s+(?![^(]*\\))", 2);
        return words.length > 1 ? words[1] : words[0].replaceFirst("^#", "").replace('#', '.');
    }

    /// Of a comment in Markdown, `/// …`, its slashes taken off: paragraphs, lists, code, bold and links.
    static Javadoc ofMarkdown(String comment) {
        StringBuilder html = new StringBuilder();
        boolean fenced = false;
        for (String line : comment.split("\n", -1)) {
            if (line.strip().startsWith("```")) {
                html.append(fenced ? "</pre>" : "<pre>");
                fenced = !fenced;
            } else if (fenced || line.startsWith("    ")) {
                html.append(fenced ? "" : "<pre>").append(Html.text(line)).append(fenced ? "\n" : "</pre>");
            } else if (line.isBlank()) {
                html.append("<br><br>");
            } else if (line.startsWith("- ")) {
                html.append("<br>• ").append(span(line.substring(2))).append(' ');
            } else if (line.startsWith("@")) {
                html.append(block(Html.text(line)));
            } else {
                html.append(span(line)).append('\n');
            }
        }
        return new Javadoc("<div>" + html + "</div>", comment);
    }

    private static String span(String line) {
        String html = Html.text(line)
                .replaceAll("\\*\\*([^*]+)\\*\\*", "<b>$1</b>")
                .replaceAll("`([^`]+)`", "<code>$1</code>");
        return MARKDOWN_LINK.matcher(html).replaceAll("<code>$1</code>");
    }

    private static String plain(String html) {
        String broken = html.replaceAll("\\s*\\n\\s*", " ").replaceAll("(?i)<(?:p|br|li|div|pre|tr|h\\d)[^>]*>", "\n");
        return ELEMENT.matcher(broken)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("(?m)^ +", "")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }
}
