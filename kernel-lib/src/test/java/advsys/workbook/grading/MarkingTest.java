package advsys.workbook.grading;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Judgement;
import advsys.lab.Verdict;
import advsys.workbook.notebook.Notebook;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Points are lost to faults that were seen, and to nothing else.
class MarkingTest {
    private static final Judgement HOLDS = new Judgement.Holds("seen");
    private static final Judgement FAILS = new Judgement.Fails("this", "that", "because", "look", "story");
    private static final Judgement OPEN = new Judgement.CannotJudge("busy", "elsewhere");

    @TempDir
    private Path folder;

    private Master master;
    private final List<Work> asked = new ArrayList<>();

    @BeforeEach
    void readMaster() throws Exception {
        Places places = Places.in(folder);
        master = places.masters().master(Notebook.read(places.notebook()));
    }

    /// Answers with what is next in the list.
    private final class Scripted implements Asker {
        private final Deque<Judgement> next = new ArrayDeque<>();
        private boolean stopped;

        @Override
        public List<Verdict> ask(Work work) {
            asked.add(work);
            return work.checks().stream()
                    .map(each -> new Verdict(each.law().name(), "?", next.remove(), work.seed(), stopped))
                    .toList();
        }

        @Override
        public String description() {
            return "from a script";
        }

        @Override
        public void close() {}
    }

    private Report.OfQuestion mark(boolean stopped, Judgement... said) throws Exception {
        Scripted asker = new Scripted();
        asker.next.addAll(List.of(said));
        asker.stopped = stopped;
        Report.OfQuestion marked = new Marking(asker)
                .mark(master, master.questions().getFirst(), Map.of("answer", "mine"), Map.of("answer", "stub"), 5);
        assertThat(asker.next).as("not asked for").isEmpty();
        return marked;
    }

    @Test
    void of_master_knowsWhatItsCheckAsks() {
        Question question = master.questions().getFirst();
        assertThat(question.checks())
                .extracting(each -> each.law().name() + each.hidden())
                .containsExactly("no shared linefalse", "within the blockfalse", "the same placetrue");
        assertThat(question.program()).containsExactly("setup", "answer");
        assertThat(master.cells(question, Map.of("answer", "mine")))
                .containsExactly("import advsys.lab.*;\n import advsys.locks.*;\n", "mine");
        assertThat(master.questions().getLast().isWritten()).isTrue();
    }

    @Test
    void mark_parts_countAlikeButNotWithoutTheFirst() throws Exception {
        assertThat(mark(false, HOLDS, HOLDS, HOLDS).points()).isEqualTo(3);
        assertThat(mark(false, HOLDS, FAILS, HOLDS).points()).isEqualTo(2);
        assertThat(mark(false, HOLDS, FAILS, FAILS).points()).isEqualTo(1);
        assertThat(mark(false, FAILS, HOLDS, HOLDS).points()).isEqualTo(0);
    }

    @Test
    void mark_hostThatCannotTell_isAskedAgainAndThenLeftToAPerson() throws Exception {
        Report.OfQuestion late = mark(false, HOLDS, OPEN, HOLDS, OPEN, HOLDS);
        assertThat(late.points()).isEqualTo(3);
        assertThat(asked).hasSize(3);
        assertThat(asked).extracting(Work::seed).containsExactly(5L, 6L, 7L);
        assertThat(mark(false, HOLDS, OPEN, HOLDS, OPEN, OPEN).points()).isNull();
    }

    @Test
    void mark_noEnd_countsOnlyTheSecondTime() throws Exception {
        assertThat(mark(true, FAILS, FAILS, FAILS, FAILS, FAILS, FAILS).points())
                .isEqualTo(0);
        assertThat(asked).hasSize(2);
    }

    @Test
    void mark_whatIsAsItWasReleased_isNotRun() throws Exception {
        Report.OfQuestion marked = new Marking(new Scripted())
                .mark(master, master.questions().getFirst(), Map.of("answer", "stub "), Map.of("answer", "stub"), 5);
        assertThat(marked.points()).isEqualTo(0);
        assertThat(marked.reason()).isEqualTo("not answered");
        assertThat(asked).isEmpty();
    }
}
