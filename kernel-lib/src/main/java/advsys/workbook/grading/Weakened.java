package advsys.workbook.grading;

import advsys.lab.Judgement;
import advsys.lab.Verdict;
import java.io.IOException;
import java.util.List;

/// A grader that has lost a check: it passes whatever comes. A self-test that does not notice proves nothing.
///
/// @param sound the grader that it would be
/// @param check the name of the law that is lost
record Weakened(Asker sound, String check) implements Asker {
    @Override
    public List<Verdict> ask(Work work) throws IOException, InterruptedException {
        return sound.ask(work).stream()
                .map(verdict -> verdict.check().equals(check)
                        ? new Verdict(check, verdict.question(), new Judgement.Holds("always"), verdict.seed(), false)
                        : verdict)
                .toList();
    }

    @Override
    public String description() {
        return sound.description() + ", without \"" + check + "\"";
    }

    @Override
    public void close() {
        sound.close();
    }
}
