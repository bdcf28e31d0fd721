package advsys.multiprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Experiment;
import advsys.lab.Maker;
import advsys.multiprocessor.programs.Programs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/// Ordinary classes run as they are.
class WovenProgramsTest {
    private static final int CPUS = 4;
    private static final int ROUNDS = 10;

    /// A method reference does not say its name by itself.
    record Named(String name, Maker<Program> maker) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Named> right() {
        return List.of(
                new Named("SynchronizedMethod", Programs.SynchronizedMethod::new),
                new Named("SynchronizedStatic", Programs.SynchronizedStatic::new),
                new Named("SynchronizedBlock", Programs.SynchronizedBlock::new),
                new Named("Throwing", Programs.Throwing::new),
                new Named("BoundedBuffer", Programs.BoundedBuffer::new),
                new Named("AtomicCount", Programs.AtomicCount::new),
                new Named("AtomicLongLoop", Programs.AtomicLongLoop::new),
                new Named("AtomicLambda", Programs.AtomicLambda::new),
                new Named("AtomicArrays", Programs.AtomicArrays::new),
                new Named("TreiberStack", Programs.TreiberStack::new),
                new Named("Stamped", Programs.Stamped::new),
                new Named("SpinFlag", Programs.SpinFlag::new),
                new Named("Handles", Programs.Handles::new),
                new Named("Arrays", Programs.Arrays::new),
                new Named("PerThread", Programs.PerThread::new),
                new Named("Identity", Programs.Identity::new),
                new Named("Baton", Programs.Baton::new),
                new Named("Sleeper", Programs.Sleeper::new),
                new Named("Dice", Programs.Dice::new),
                new Named("Family", Programs.Family::new));
    }

    private static Table run(Named program, Multiprocessor... machines) {
        return Experiment.of(new Rounds(CPUS, ROUNDS, machines[0]))
                .subject(program.name, program.maker)
                .with("machine", (Object[]) machines)
                .repeats(1)
                .run()
                .table();
    }

    @ParameterizedTest
    @MethodSource("right")
    void run_program_countsRight_andTheSameByEveryWayOfRunning(Named program) {
        Multiprocessor mesi = Multiprocessor.mesi(CPUS);
        Table table = run(program, mesi, mesi.withoutParking(), mesi.onVirtualThreads(), Multiprocessor.ccnuma(CPUS));
        assertThat(table.stringColumn("outcome").asList()).as(table.printAll()).containsOnly("ok");
        assertThat(table.column("result").asList().stream().map(Object::toString))
                .as(program.name)
                .containsOnly("" + CPUS * ROUNDS);
        for (String count :
                List.of("busTransactionsPerAcquisition", "messagesPerAcquisition", "stallCyclesPerAcquisition")) {
            assertThat(table.column(count).asList().subList(0, 3).stream().distinct())
                    .as("%s of %s: with and without parking, and on virtual threads", count, program.name)
                    .hasSize(1);
        }
        assertThat(((Number) table.column("busTransactionsPerAcquisition").get(0)).doubleValue())
                .isPositive();
    }

    @Test
    void run_additionThatIsNotOneStep_losesSome() {
        Table table = run(new Named("PlainCount", Programs.PlainCount::new), Multiprocessor.mesi(CPUS));
        assertThat(((Number) table.column("result").get(0)).intValue()).isBetween(1, CPUS * ROUNDS - 1);
    }
}
