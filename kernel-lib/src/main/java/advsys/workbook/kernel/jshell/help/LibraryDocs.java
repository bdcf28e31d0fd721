package advsys.workbook.kernel.jshell.help;

import advsys.lab.Source;
import advsys.workbook.kernel.jshell.source.Lexer;
import advsys.workbook.kernel.jshell.source.Token;
import java.util.Optional;
import java.util.stream.Collectors;

/// The documentation comments of this library's classes, from the sources in its jar, and of cells' classes.
final class LibraryDocs {
    private LibraryDocs() {}

    /// The comment of `type`, or of its method `member` when that is not "".
    static Optional<Javadoc> of(Class<?> type, String member) {
        try {
            Source source = Source.of(type);
            boolean constructor = member.equals(type.getSimpleName());
            return comment((member.isEmpty() || constructor ? source : source.method(member)).text());
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /// The comment that `declaration` begins with.
    private static Optional<Javadoc> comment(String declaration) {
        int end = 0;
        for (Token token : Lexer.all(declaration)) {
            if (token.kind() != Token.Kind.COMMENT) {
                break;
            }
            end = token.end();
        }
        String comment = declaration.substring(0, end).strip();
        if (comment.startsWith("///")) {
            return Optional.of(Javadoc.ofMarkdown(comment.lines()
                    .map(line -> line.strip().replaceFirst("^/// ?", ""))
                    .collect(Collectors.joining("\n"))));
        }
        if (comment.startsWith("/**")) {
            return Optional.of(Javadoc.ofHtml(comment.substring(3, comment.length() - 2)
                    .lines()
                    .map(line -> line.strip().replaceFirst("^\\* ?", ""))
                    .collect(Collectors.joining("\n"))));
        }
        return Optional.empty();
    }
}
