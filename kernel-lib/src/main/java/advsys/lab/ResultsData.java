package advsys.lab;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What [Results] hold.
///
/// @param subjectColumn "" when there are no subjects
/// @param relative what the measures are relative to; "" when they are as measured
/// @param origins for each row its number among the rows first measured
/// @param replay traces one of those again
record ResultsData(
        Frame frame,
        String subjectColumn,
        List<String> knobs,
        List<String> measures,
        List<String> notes,
        MeasuredRows.End end,
        String relative,
        List<Integer> origins,
        @Nullable IntFunction<Trace> replay) {

    ResultsData(
            Frame frame,
            String subjectColumn,
            List<String> knobs,
            List<String> measures,
            List<String> notes,
            MeasuredRows.End end,
            @Nullable IntFunction<Trace> replay) {
        this(
                frame,
                subjectColumn,
                knobs,
                measures,
                List.copyOf(notes),
                end,
                "",
                IntStream.range(0, frame.size()).boxed().toList(),
                replay);
    }

    ResultsData with(Frame other, List<Integer> rows) {
        return new ResultsData(other, subjectColumn, knobs, measures, notes, end, relative, rows, replay);
    }
}
