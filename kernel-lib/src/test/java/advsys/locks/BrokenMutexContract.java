package advsys.locks;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Broken;
import advsys.lab.Maker;
import advsys.locks.exam.Finding;
import advsys.locks.exam.MutexExam;
import advsys.testing.LongForm;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every broken twin must suffer: it is caught each time, with the verdict that it declares, also when
/// other work keeps the host busy. A subclass names the lock: five lines.
@Tag("alone") // it keeps the host busy
abstract class BrokenMutexContract {
    abstract Maker<Mutex> lock();

    /// Most faults show with one of these; a twin that needs another says so.
    MutexExam exam() {
        return new MutexExam().limit(Duration.ofSeconds(10));
    }

    @Test
    void brokenLock_onABusyHost_isCaughtEveryTime() throws Exception {
        Broken declared = lock().make().getClass().getAnnotation(Broken.class);
        assertThat(declared).as("a broken twin says what is wrong with it").isNotNull();
        try (BusyHost load = BusyHost.allCores()) {
            int times = LongForm.times(5, 20, "examinations of each broken lock");
            for (int seed = 1; seed <= times; seed++) {
                Finding finding = exam().seed(seed).examine(lock());
                assertThat(finding.verdict().toString())
                        .as(load + ": " + finding)
                        .isIn(symptoms(declared.verdict()));
                assertThat(finding.witness()).as("witness").isNotEmpty();
            }
        }
    }

    /// Two inside at once may show by what they did to each other: to their counting, or to the lock's own words.
    private static List<String> symptoms(String verdict) {
        return verdict.equals("mutual exclusion") ? List.of(verdict, "lost update", "hang") : List.of(verdict);
    }
}
