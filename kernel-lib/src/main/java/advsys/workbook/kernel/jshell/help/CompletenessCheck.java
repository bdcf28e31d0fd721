package advsys.workbook.kernel.jshell.help;

import advsys.workbook.kernel.Language.Completeness;
import advsys.workbook.kernel.jshell.source.Nesting;
import advsys.workbook.kernel.jshell.source.Part;
import advsys.workbook.kernel.jshell.source.Splitter;
import advsys.workbook.kernel.jshell.source.Splitter.Piece;
import java.util.List;
import java.util.function.Predicate;
import jdk.jshell.SourceCodeAnalysis;

/// Tells whether the reader has finished, for consoles that ask after each line.
public final class CompletenessCheck {
    private static final String STEP = "    ";

    private CompletenessCheck() {}

    /// Whether the reader has finished typing `code`.
    ///
    /// @param magics tells the names of the kernel's own lines
    public static Completeness of(String code, Predicate<String> magics, SourceCodeAnalysis analysis) {
        for (Part part : Part.of(code, magics)) {
            if (part instanceof Part.Code java) {
                List<Piece> pieces = Splitter.split(java.text(), analysis::analyzeCompletion);
                if (pieces.isEmpty()) {
                    Nesting nesting = Nesting.of(java.text());
                    if (nesting.unfinished()) {
                        return new Completeness("incomplete", "");
                    }
                    continue;
                }
                Piece last = pieces.getLast();
                switch (last.completeness()) {
                    case UNKNOWN -> {
                        return new Completeness("invalid", "");
                    }
                    case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
                        return new Completeness("incomplete", indent(java.text()));
                    }
                    default -> {}
                }
            }
        }
        return new Completeness("complete", "");
    }

    private static String indent(String code) {
        Nesting nesting = Nesting.of(code);
        if (nesting.unfinished()) {
            return "";
        }
        int steps = Math.max(0, nesting.braces()) + (nesting.parentheses() > 0 ? 2 : 0);
        return STEP.repeat(steps);
    }
}
