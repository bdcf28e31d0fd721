package advsys.multiprocessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advsys.lab.Experiment;
import advsys.lab.Maker;
import advsys.multiprocessor.programs.Hopeless;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a simulated machine cannot run, and how it says so.
class RefusalsTest {
    record Refused(String call, String remedy, Maker<Program> maker) {
        @Override
        public String toString() {
            return call;
        }
    }

    static List<Refused> refused() {
        return List.of(
                new Refused("java.util.concurrent.CompletableFuture.supplyAsync", "FutureTask", Hopeless.Future::new),
                new Refused("java.util.Collections.synchronizedMap", "synchronized", Hopeless.Wrapped::new),
                new Refused("java.lang.System.currentTimeMillis", "nanoTime", Hopeless.WallClock::new),
                new Refused("java.io.PrintStream.println", "scenario", Hopeless.Printer::new),
                new Refused("java.lang.Thread.getAllStackTraces", "simulated", Hopeless.Watcher::new),
                new Refused("java.io.PrintStream.println", "scenario", Hopeless.PrinterReference::new),
                new Refused("java.lang.Class.getDeclaredField", "name the field", Hopeless.Mirror::new),
                new Refused("java.util.Arrays.parallelSort", "loop", Hopeless.ParallelSorter::new));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void make_callThatCannotBeSimulated_isRefusedWithItsLineAndARemedy(Refused refused) {
        assertThatThrownBy(() -> Multiprocessor.mesi(2).make(refused.maker))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(refused.call)
                .hasMessageContaining(refused.remedy)
                .hasMessageMatching(
                        "(?s).*, in line \\d+ of advsys.multiprocessor.programs.Hopeless\\$\\w+\\.[\\w<>]+: .*");
    }

    private static String outcome(Multiprocessor machine, Maker<Program> maker) {
        return Experiment.of(new Rounds(2, 3, machine))
                .subject("program", maker)
                .repeats(1)
                .run()
                .toString();
    }

    @Test
    void run_spinWithoutAWriteToCome_isFound() {
        assertThat(outcome(Multiprocessor.mesi(2), Hopeless.EndlessSpin::new))
                .containsPattern("CPU \\d spins for ever at Hopeless.EndlessSpin.run:\\d+ on a line of EndlessSpin")
                .contains("the store that should end the wait");
    }

    @Test
    void run_spinWithoutAPause_isEndedByTheBudget() {
        assertThat(outcome(Multiprocessor.mesi(2).budget(10_000), Hopeless.EndlessLoop::new))
                .contains("the budget of 10000 accesses is spent")
                .containsPattern("CPU \\d is at Hopeless.EndlessLoop.run:\\d+, on a line of EndlessLoop");
    }

    @Test
    void run_loopThatTouchesNothing_isEndedByTheBudget() {
        assertThat(outcome(Multiprocessor.mesi(2).budget(10_000), Hopeless.EmptyLoop::new))
                .contains("the budget of 10000 turns of loops is spent")
                .containsPattern("CPU \\d turns in one at Hopeless.EmptyLoop.run:\\d+");
    }

    @Test
    void run_objectsWithoutEnd_fillTheMachinesMemory() {
        assertThat(outcome(Multiprocessor.mesi(2), Hopeless.Hoarder::new))
                .containsPattern(
                        "CPU \\d uses a new long\\[\\] at Hopeless.Hoarder.run:\\d+, and the machine's memory of 16 MiB")
                .contains("is full");
    }

    @Test
    void run_deadlock_isFound() {
        assertThat(outcome(Multiprocessor.mesi(2), Hopeless.Deadlock::new))
                .containsPattern("CPU \\d waits for ever at Hopeless.Deadlock.run:\\d+ for the monitor of a Object");
    }

    @Test
    void run_exceptionOnOneCpu_isTheOutcome() {
        assertThat(outcome(Multiprocessor.mesi(2), Hopeless.Thrower::new))
                .contains("CPU 2 threw java.lang.IllegalStateException: on CPU 1 only")
                .containsPattern(" at Hopeless.Thrower.run:\\d+")
                .contains("Catch it, or mend what throws it");
    }

    @Test
    void run_threadsWithoutEnd_areEnded() {
        assertThat(outcome(Multiprocessor.mesi(2), Hopeless.Starter::new))
                .containsPattern("CPU \\d starts a thread at Hopeless.Starter.run:\\d+, and there have been 4096")
                .contains("Let it use them again");
    }

    @Test
    void run_lockThatNobodyUnlocks_isFound() {
        assertThat(outcome(Multiprocessor.mesi(2), Hopeless.LostUnlock::new))
                .containsPattern("CPU \\d waits for ever at Hopeless.LostUnlock.run:\\d+ for LockSupport.unpark,"
                        + " blocked by a NonfairSync");
    }

    /// What the JDK's own class would have to call is refused where the program comes to it.
    @Test
    void run_callInsideTheJdkThatCannotBeSimulated_isRefusedWithTheReadersLine() {
        assertThat(outcome(Multiprocessor.mesi(2), Hopeless.ParallelMap::new))
                .contains("its threads are the host's: leave out the threshold")
                .containsPattern(", called at Hopeless.ParallelMap.run:\\d+: ");
    }

    @Test
    void run_waitInAClassInitialiser_isEnded() {
        assertThat(outcome(Multiprocessor.mesi(2), Hopeless.SlowStart::new)).contains("class initialiser");
    }

    @Test
    void machine_outOfRange_isRefused() {
        assertThatThrownBy(() -> Multiprocessor.mesi(65)).hasMessageContaining("65 CPUs");
        assertThatThrownBy(() -> new CacheSize(3, 1)).hasMessageContaining("power of two");
        assertThatThrownBy(() -> new Scheduling(0, 1)).hasMessageContaining("a quantum takes time");
        assertThatThrownBy(() -> new Costs(0, 1, 1, 1, 1, 1, 1, 1)).hasMessageContaining("a hit");
    }
}
