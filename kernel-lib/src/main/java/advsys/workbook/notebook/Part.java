package advsys.workbook.notebook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The parts of a chapter's notebook, in the order in which a reader meets them: asked, predicted, measured, seen,
/// explained, varied, practised, looked up.
public enum Part {
    QUESTION("the title and the one question"),
    GOALS("what the reader can do afterwards"),
    SETUP("one line of imports"),
    PREDICT("the reader's prediction, before any run"),
    PARAMETERS("the literals that the reader changes"),
    RUN("the experiment"),
    CHART("its picture"),
    JUDGE("the prediction against the data"),
    NOTICE("what to notice, with an estimate beside the measurement"),
    TWEAK("one knob at a time"),
    EXERCISE("something to write, with a check beside it"),
    GLOSSARY("the terms"),
    QUESTIONS("questions, answers hidden"),
    SOURCES("the papers"),
    CODE("where the code lives");

    private final String meaning;

    Part(String meaning) {
        this.meaning = meaning;
    }

    /// As `metadata.advsys.part` has it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String meaning() {
        return meaning;
    }

    /// A chapter's notebook without it is not finished; the others are asked for by a warning.
    boolean isRequired() {
        return this != PREDICT && this != JUDGE && this != EXERCISE;
    }

    static Optional<Part> of(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label().equals(label))
                .findFirst();
    }
}
