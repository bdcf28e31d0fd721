package advsys.lab;

import advsys.lab.show.JavaMembers;
import advsys.lab.show.JavaMembers.Member;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Finds the text of one class.
///
/// @param place where it is kept, with the line at which it begins
record SourceText(String place, String text) {
    private static final String JAR_FOLDER = "/sources/";
    private static final String REPOSITORY_FOLDER = "kernel-lib/src/main/java/";
    private static final String CELL_WRAPPER = "$JShell$"; // JShell puts each snippet into a class of such a name

    static SourceText of(Class<?> wanted, Source.Provider provider) {
        Class<?> type = wanted;
        while (type.isArray()) {
            type = type.getComponentType();
        }
        Deque<String> path = new ArrayDeque<>(); // simple names, outermost first
        Class<?> outermost = type;
        for (Class<?> c = type; c != null && !c.getSimpleName().startsWith(CELL_WRAPPER); c = c.getEnclosingClass()) {
            outermost = c;
            if (!c.isAnonymousClass()) {
                path.addFirst(c.getSimpleName());
            }
        }
        String name = outermost.getName();
        int hidden = name.indexOf('/'); // a class that the lab defined anew for one subject
        String file = (hidden < 0 ? name : name.substring(0, hidden)).replace('.', '/') + ".java";
        Optional<String> packed = packed(type, JAR_FOLDER + file);
        if (packed.isPresent()) {
            return find(packed.get(), path, REPOSITORY_FOLDER + file, type);
        }
        String cell = provider.source(type)
                .orElseThrow(() -> new IllegalArgumentException("the source of " + wanted.getName()
                        + " is not here: it is known of this library's classes and of those defined in cells"));
        return find(cell, path, "defined in a cell", type);
    }

    private static Optional<String> packed(Class<?> type, String resource) {
        try (InputStream stream = type.getResourceAsStream(resource)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException damaged) {
            throw new UncheckedIOException("the library's jar is damaged: build it again", damaged);
        }
    }

    private static SourceText find(String source, Deque<String> path, String place, Class<?> type) {
        int from = 0;
        int to = source.length();
        Member found = null;
        for (String name : path) {
            found = JavaMembers.in(source, from, to).stream()
                    .filter(member ->
                            member.kind().equals("type") && member.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the source of " + type.getName() + " does not declare " + name));
            from = found.bodyStart();
            to = found.end();
        }
        if (found == null) {
            throw new IllegalArgumentException(type.getName() + " has no name in the source");
        }
        String numbered = place.startsWith(REPOSITORY_FOLDER) ? place + ":" + line(source, found.start()) : place;
        return new SourceText(numbered, cut(source, found));
    }

    /// The member's text, moved to the left.
    static String cut(String source, Member member) {
        int lineStart = source.lastIndexOf('\n', member.start() - 1) + 1;
        String before = source.substring(lineStart, member.start());
        String text = source.substring(member.start(), member.end());
        if (!before.isBlank()) {
            return text;
        }
        return (before + text).stripIndent().stripTrailing();
    }

    private static int line(String source, int index) {
        return 1
                + (int) source.substring(0, index)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /// The place of a member of what is at `place`.
    static String further(String place, String text, Member member) {
        int colon = place.lastIndexOf(':');
        if (colon < 0) {
            return place;
        }
        int first = Integer.parseInt(place.substring(colon + 1));
        return place.substring(0, colon + 1) + (first + line(text, member.start()) - 1);
    }

    /// The class's name without the wrappers of its cell.
    String title(String name) {
        int wrapper = name.lastIndexOf(CELL_WRAPPER);
        return wrapper < 0 ? name : name.substring(name.indexOf('.', wrapper) + 1);
    }
}
