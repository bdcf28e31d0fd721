package advsys.multiprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Experiment;
import advsys.lab.Maker;
import advsys.multiprocessor.programs.Atomics;
import advsys.multiprocessor.programs.Collected;
import advsys.multiprocessor.programs.Threaded;
import advsys.multiprocessor.programs.Waits;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/// The JDK's own concurrent classes on a simulated machine.
class TakenOverTest {
    private static Experiment<Maker<Program>, Rounds.Row> rounds(Multiprocessor machine) {
        return Experiment.of(new Rounds(4, 10, machine)).repeats(1);
    }

    @Test
    void make_classOfTheJdk_isTheSubjectItself() throws Exception {
        Lock lock = Multiprocessor.mesi(2).make((Maker<Lock>) ReentrantLock::new);
        assertThat(lock.getClass().getName()).isEqualTo("simulated.java.util.concurrent.locks.ReentrantLock");
        lock.lock(); // outside of a simulation: alone
        lock.unlock();
        ConcurrentMap<String, Integer> map =
                Multiprocessor.mesi(2).make((Maker<ConcurrentMap<String, Integer>>) ConcurrentHashMap::new);
        map.merge("one", 1, Integer::sum);
        assertThat(map).isEqualTo(new ConcurrentHashMap<>(Map.of("one", 1)));
    }

    @Test
    void trace_sameSeed_isTheSame() {
        for (Maker<Program> maker : List.<Maker<Program>>of(
                Waits.Conditions::new, Collected.Words::new, Collected.ByIdentity::new, Threaded.Pool::new)) {
            String first =
                    rounds(Multiprocessor.mesi(4)).trace(maker, 7).table().printAll();
            assertThat(rounds(Multiprocessor.mesi(4)).trace(maker, 7).table().printAll())
                    .isEqualTo(first);
            assertThat(rounds(Multiprocessor.mesi(4)).trace(maker, 8).table().printAll())
                    .isNotEqualTo(first);
        }
    }

    /// A profile has no line of the JDK's: what that does is counted where the program calls it.
    @Test
    void sources_callsIntoTheJdk_areTheProgramsLines() {
        Profile profile = new Profile();
        rounds(Multiprocessor.mesi(4).profiledBy(profile))
                .subject("words", (Maker<Program>) Collected.Words::new)
                .run();
        assertThat(profile.sources())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.where()).matches("Collected\\.Words\\.run:\\d+"));
    }

    /// Its cells lie apart, and each CPU soon has one of its own.
    @Test
    void run_stripedCounter_movesFewerLinesThanOneWord() {
        Table table = Experiment.of(new Rounds(4, 100, Multiprocessor.mesi(4)))
                .subject("one word", Atomics.AtomicCount::new)
                .subject("striped", Atomics.Striped::new)
                .repeats(1)
                .run()
                .table();
        assertThat(table.column("result").asList().stream().map(Object::toString))
                .containsOnly("400");
        List<Double> misses = table.numberColumn("coherenceMissesPerAcquisition")
                .asDoubleColumn()
                .asList();
        assertThat(misses.getLast()).as(table.printAll()).isLessThan(misses.getFirst() / 2);
    }
}
