package advsys.workbook.grading;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Law;
import advsys.lab.Verdict;
import advsys.locks.Contention;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Classes of cells are as open to each other here as the kernel makes them: examinations define some of them anew.
class InProcessTest {
    private static final String LIBRARY = "import advsys.lab.*; import advsys.locks.*;";
    private static final String PARENT = """
            class Visits { int number; }
            abstract class Parent implements Mutex {
                final AtomicBoolean held = new AtomicBoolean();
                final Visits visits = new Visits();
                public void lock() { while (held.getAndSet(true)) Thread.onSpinWait(); visits.number++; }
            }""";

    private static List<Verdict> ask(String subject, String code, Law<?, ?> law) {
        Question.Asked asked = new Question.Asked(subject, law, false);
        try (InProcess inProcess = new InProcess()) {
            return inProcess.ask(new Work(List.of(LIBRARY, PARENT, code), subject, List.of(asked), 1));
        }
    }

    /// Fields without `public` that another cell's class has.
    @Test
    void ask_classThatExtendsAnotherCells_isExaminedStepByStep() {
        String heir = "class Heir extends Parent { public void unlock() { visits.number--; held.set(false); } }";
        assertThat(ask("Heir", heir, Contention.twoAtOnce())).singleElement().matches(Verdict::holds, "holds");
    }

    /// What would end the whole program is a fault of the code, and the grader goes on.
    @Test
    void ask_codeThatExits_isRefused() {
        String exits =
                "class Exits implements Mutex { public void lock() { System.exit(0); } public void unlock() {} }";
        assertThat(ask("Exits", exits, Contention.aloneDoesNotWait()))
                .singleElement()
                .matches(Verdict::fails, "fails");
    }
}
