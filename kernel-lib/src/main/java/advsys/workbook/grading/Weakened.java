package advsys.workbook.grading;

import advsys.lab.Judgement;
import advsys.lab.Verdict;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/// A grader that has lost a check: it passes whatever comes. A self-test that does not notice proves nothing.
///
/// @param sound the grader that it would be
/// @param check the name of the law that is lost
record Weakened(Asker sound, String check) implements Asker {
    @Override
    public List<Verdict> ask(Work work) throws IOException, InterruptedException {
        List<Question.Asked> others =
                work.checks().stream().filter(asked -> !isLost(asked)).toList();
        Iterator<Verdict> said = others.isEmpty()
                ? List.<Verdict>of().iterator()
                : sound.ask(new Work(work.cells(), work.subject(), others, work.seed()))
                        .iterator();
        return work.checks().stream()
                .map(asked -> isLost(asked) ? always(asked, work.seed()) : said.next())
                .toList();
    }

    private boolean isLost(Question.Asked asked) {
        return asked.law().name().equals(check);
    }

    private Verdict always(Question.Asked asked, long seed) {
        return new Verdict(check, asked.law().question(), new Judgement.Holds("always"), seed, false);
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
