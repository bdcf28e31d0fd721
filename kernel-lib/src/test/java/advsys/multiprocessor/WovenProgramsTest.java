package advsys.multiprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Experiment;
import advsys.lab.Maker;
import advsys.lab.Results;
import advsys.multiprocessor.programs.Accesses;
import advsys.multiprocessor.programs.Atomics;
import advsys.multiprocessor.programs.Collected;
import advsys.multiprocessor.programs.Guarded;
import advsys.multiprocessor.programs.Identities;
import advsys.multiprocessor.programs.Threaded;
import advsys.multiprocessor.programs.Waits;
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
                new Named("SynchronizedMethod", Guarded.SynchronizedMethod::new),
                new Named("SynchronizedStatic", Guarded.SynchronizedStatic::new),
                new Named("SynchronizedBlock", Guarded.SynchronizedBlock::new),
                new Named("Throwing", Guarded.Throwing::new),
                new Named("BoundedBuffer", Guarded.BoundedBuffer::new),
                new Named("AtomicCount", Atomics.AtomicCount::new),
                new Named("AtomicLongLoop", Atomics.AtomicLongLoop::new),
                new Named("AtomicLambda", Atomics.AtomicLambda::new),
                new Named("AtomicArrays", Atomics.AtomicArrays::new),
                new Named("TreiberStack", Atomics.TreiberStack::new),
                new Named("Stamped", Atomics.Stamped::new),
                new Named("SpinFlag", Atomics.SpinFlag::new),
                new Named("Handles", Accesses.Handles::new),
                new Named("Static", Accesses.Static::new),
                new Named("Arrays", Accesses.Arrays::new),
                new Named("PerThread", Identities.PerThread::new),
                new Named("Identity", Identities.Identity::new),
                new Named("Baton", Identities.Baton::new),
                new Named("Sleeper", Identities.Sleeper::new),
                new Named("Dice", Identities.Dice::new),
                new Named("Family", Accesses.Family::new),
                new Named("Reentrant", Waits.Reentrant::new),
                new Named("Conditions", Waits.Conditions::new),
                new Named("TwoAtOnce", Waits.TwoAtOnce::new),
                new Named("Gate", Waits.Gate::new),
                new Named("Phases", Waits.Phases::new),
                new Named("ReadersAndWriter", Waits.ReadersAndWriter::new),
                new Named("Sequence", Waits.Sequence::new),
                new Named("InTime", Waits.InTime::new),
                new Named("Words", Collected.Words::new),
                new Named("ByIdentity", Collected.ByIdentity::new),
                new Named("Linked", Collected.Linked::new),
                new Named("Bounded", Collected.Bounded::new),
                new Named("TwoLocks", Collected.TwoLocks::new),
                new Named("Skipping", Collected.Skipping::new),
                new Named("Copied", Collected.Copied::new),
                new Named("StartAndJoin", Threaded.StartAndJoin::new),
                new Named("Subclass", Threaded.Subclass::new),
                new Named("Interrupts", Threaded.Interrupts::new),
                new Named("Pool", Threaded.Pool::new),
                new Named("TimedWait", Threaded.TimedWait::new),
                new Named("MethodReferences", Threaded.MethodReferences::new),
                new Named("Updated", Threaded.Updated::new));
    }

    private static Results run(Named program, Multiprocessor... machines) {
        return Experiment.of(new Rounds(CPUS, ROUNDS, machines[0]))
                .subject(program.name, program.maker)
                .with("machine", (Object[]) machines)
                .repeats(1)
                .run();
    }

    @ParameterizedTest
    @MethodSource("right")
    void run_program_countsRight_andTheSameByEveryWayOfRunning(Named program) {
        Multiprocessor mesi = Multiprocessor.mesi(CPUS);
        Results run = run(program, mesi, mesi.withoutParking(), mesi.onVirtualThreads(), Multiprocessor.ccnuma(CPUS));
        Table table = run.table();
        assertThat(table.stringColumn("outcome").asList()).as(run.toString()).containsOnly("ok");
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
        Table table = run(new Named("PlainCount", Accesses.PlainCount::new), Multiprocessor.mesi(CPUS))
                .table();
        assertThat(((Number) table.column("result").get(0)).intValue()).isBetween(1, CPUS * ROUNDS - 1);
    }
}
