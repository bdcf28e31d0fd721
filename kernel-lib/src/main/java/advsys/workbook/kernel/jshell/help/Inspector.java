package advsys.workbook.kernel.jshell.help;

import advsys.lab.Bundle;
import advsys.lab.Source;
import advsys.lab.show.Html;
import advsys.lab.show.JavaHtml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/// Says what a name is: a cell's own with its declaration, the JDK's and the library's with their documentation.
public final class Inspector {
    private static final int MOST_OVERLOADS = 8;

    private final Knowledge knowledge;

    public Inspector(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// What is known of the name at `cursor`. Called with the compiler's lock held.
    ///
    /// @param detail 1 adds the source
    public Optional<Bundle> inspect(String code, int cursor, int detail, SourceCodeAnalysis analysis) {
        int end = endOfWord(code, Math.clamp(cursor, 0, code.length()));
        Context context = Context.of(code.substring(0, end), analysis);
        Entry entry = new Entry();
        if (context.qualifier().isEmpty()) {
            knowledge.names().stream()
                    .filter(name -> name.name().equals(context.word()))
                    .forEach(name -> addOwn(entry, name));
        }
        if (entry.isEmpty()) {
            documentation(code, end, context, analysis).forEach(found -> add(entry, context, found));
        }
        if (entry.isEmpty()) {
            type(context).ifPresent(type -> addType(entry, type));
        }
        if (detail > 0) {
            type(context).ifPresent(type -> addSource(entry, type));
        }
        return entry.isEmpty() ? Optional.empty() : Optional.of(entry.bundle());
    }

    private static int endOfWord(String code, int cursor) {
        int end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        return end;
    }

    private static List<Documentation> documentation(
            String code, int end, Context context, SourceCodeAnalysis analysis) {
        String input = context.input();
        boolean called = code.substring(end).stripLeading().startsWith("(");
        List<Documentation> found = List.of();
        if (!called) {
            found = analysis.documentation(input, input.length(), true);
        }
        if (found.isEmpty() && !context.word().isEmpty()) { // the name alone is no method: only a call is
            found = analysis.documentation(input + "(", input.length() + 1, true);
        }
        return found.stream().limit(MOST_OVERLOADS).toList();
    }

    private void addOwn(Entry entry, Knowledge.Name name) {
        String place = name.kind() + " of cell " + name.cell();
        String value = name.kind().equals("variable") ? knowledge.value(name.name()) : "";
        String head = switch (name.kind()) {
            case "variable" -> name.type() + " " + name.name() + (value.isEmpty() ? "" : " = " + value);
            case "method" -> name.name() + name.type();
            default -> name.kind() + " " + name.name();
        };
        entry.head(head, place);
        entry.source(name.source());
    }

    private void add(Entry entry, Context context, Documentation found) {
        String signature = Signatures.plain(found.signature());
        entry.head(Signatures.simple(signature), "");
        if (found.javadoc() != null) {
            entry.doc(Javadoc.ofHtml(found.javadoc()));
        } else {
            type(context)
                    .or(() -> ownerOf(signature))
                    .flatMap(type -> LibraryDocs.of(type, memberOf(signature)))
                    .ifPresent(entry::doc);
        }
    }

    /// `void advsys.locks.McsLock.lock()` → the class.
    private Optional<Class<?>> ownerOf(String signature) {
        String qualified = qualifiedName(signature);
        int dot = qualified.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : knowledge.type(qualified.substring(0, dot));
    }

    private static String memberOf(String signature) {
        String qualified = qualifiedName(signature);
        return signature.contains("(") ? qualified.substring(qualified.lastIndexOf('.') + 1) : "";
    }

    private static String qualifiedName(String signature) {
        String head =
                signature.replaceAll("\\(.*", "").replaceAll("<[^<>]*>", "").strip();
        return head.substring(head.lastIndexOf(' ') + 1);
    }

    private Optional<Class<?>> type(Context context) {
        String name = context.qualifier().isEmpty() ? context.word() : context.qualifier() + "." + context.word();
        return name.isEmpty() ? Optional.empty() : knowledge.type(name);
    }

    private static void addType(Entry entry, Class<?> type) {
        entry.head(Signatures.simple(type.toGenericString()), "");
        LibraryDocs.of(type, "").ifPresent(entry::doc);
    }

    private static void addSource(Entry entry, Class<?> type) {
        try {
            entry.source(Source.of(type).text());
        } catch (IllegalArgumentException unknown) {
            // of the JDK, or of a library without its source
        }
    }

    /// What is shown, in the making.
    private static final class Entry {
        private final StringBuilder html = new StringBuilder();
        private final List<String> text = new ArrayList<>();

        boolean isEmpty() {
            return text.isEmpty();
        }

        void head(String signature, String place) {
            html.append("<div><code><b>").append(Html.text(signature)).append("</b></code> ");
            html.append(Html.text(place)).append("</div>");
            text.add(signature + (place.isEmpty() ? "" : "   (" + place + ")"));
        }

        void doc(Javadoc doc) {
            html.append(doc.html());
            text.add(doc.text());
        }

        void source(String source) {
            html.append(JavaHtml.of(source));
            text.add(source);
        }

        Bundle bundle() {
            return Bundle.html(html.toString(), String.join("\n\n", text));
        }
    }
}
