package advsys.lab.show;

import advsys.lab.show.JavaTokens.Token;

/// Java source with colours, for pages that allow no style sheet. The colours read on white and on black; names keep
/// the reader's own.
public final class JavaHtml {
    private static final String BLOCK =
            "<pre style=\"margin:4px 0;padding:8px 12px;white-space:pre-wrap;word-break:normal;"
                    + "overflow-wrap:break-word;line-height:1.4;"
                    + "border-left:3px solid " + Html.FAINT + "\">";

    private JavaHtml() {}

    /// The source in a block of its own.
    public static String of(String source) {
        StringBuilder html = new StringBuilder(BLOCK);
        for (Token token : JavaTokens.of(source)) {
            String style = style(token);
            String text = Html.text(token.text());
            html.append(style.isEmpty() ? text : "<span style=\"" + style + "\">" + text + "</span>");
        }
        return html.append("</pre>").toString();
    }

    private static String style(Token token) {
        return switch (token.kind()) {
            case COMMENT -> "opacity:0.7;font-style:italic";
            case STRING -> "color:#2e8b57";
            case NUMBER -> "color:#b5651d";
            case KEYWORD -> "color:#3f7fbf;font-weight:bold";
            case ANNOTATION -> "color:#9a6fb0";
            case SPACE, NAME, SIGN -> "";
        };
    }
}
