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
                new Refused("java.util.concurrent.locks.ReentrantLock.<init>", "atomics", Hopeless.JdkLock::new),
                new Refused("java.lang.System.currentTimeMillis", "nanoTime", Hopeless.WallClock::new),
                new Refused("java.io.PrintStream.println", "scenario", Hopeless.Printer::new),
                new Refused("java.lang.Thread.start", "scenario", Hopeless.Starter::new),
                new Refused("java.lang.Class.getDeclaredField", "name the field", Hopeless.Mirror::new),
                new Refused("java.util.concurrent.atomic.LongAdder.<init>", "AtomicLong", Hopeless.Striped::new),
                new Refused("java.lang.System.arraycopy", "loop", Hopeless.Copier::new));
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
        assertThat(outcome(Multiprocessor.mesi(2), Hopeless.Thrower::new)).contains("on CPU 1 only");
    }

    @Test
    void run_moreThreadsThanCpus_isRefused() {
        assertThat(outcome(Multiprocessor.mesi(1), Hopeless.Thrower::new)).contains("2 threads on 1 simulated CPUs");
    }

    @Test
    void machine_outOfRange_isRefused() {
        assertThatThrownBy(() -> Multiprocessor.mesi(65)).hasMessageContaining("65 CPUs");
        assertThatThrownBy(() -> new CacheSize(3, 1)).hasMessageContaining("power of two");
        assertThatThrownBy(() -> new Costs(0, 1, 1, 1, 1, 1, 1, 1)).hasMessageContaining("a hit");
    }
}
