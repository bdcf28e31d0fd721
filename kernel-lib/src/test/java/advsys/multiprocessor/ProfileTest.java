package advsys.multiprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Experiment;
import advsys.lab.Maker;
import advsys.locks.Contention;
import advsys.locks.McsLock;
import advsys.locks.Mutex;
import advsys.locks.TicketLock;
import advsys.multiprocessor.programs.Counters;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/// Where the traffic comes from.
class ProfileTest {
    private static final int CPUS = 4;
    private static final int ROUNDS = 50;

    private static Profile counters(Maker<Program> maker) {
        Profile profile = new Profile();
        Experiment.of(new Rounds(CPUS, ROUNDS, Multiprocessor.mesi(CPUS).profiledBy(profile)))
                .subject("counters", maker)
                .repeats(1)
                .run();
        return profile;
    }

    private static Profile lock(Maker<Mutex> maker, Multiprocessor machine) {
        Profile profile = new Profile();
        Experiment.of(new Contention(CPUS, 1000, 0, 1, machine.profiledBy(profile)))
                .subject("lock", maker)
                .repeats(1)
                .run();
        return profile;
    }

    /// By hand: each CPU reads its counter's line once, exclusive, and all else are hits.
    @Test
    void lines_paddedCounters_areOneLineEach() {
        Profile profile = counters(Counters.Padded::new);
        assertThat(profile.lines()).hasSizeGreaterThanOrEqualTo(CPUS);
        assertThat(profile.lines().stream().filter(line -> line.accesses() == 2 * ROUNDS))
                .hasSize(CPUS)
                .allSatisfy(line -> {
                    assertThat(line.coldMisses()).isEqualTo(1);
                    assertThat(line.readRequests()).isEqualTo(1);
                    assertThat(line.transactions()).isEqualTo(1);
                    assertThat(line.hits()).isEqualTo(2 * ROUNDS - 1);
                    assertThat(line.invalidations()).isZero();
                });
    }

    @Test
    void lines_countersSideBySide_areOneLineThatAllFightFor() {
        MemoryUse worst = counters(Counters.SideBySide::new).lines().getFirst();
        assertThat(worst.accesses()).isEqualTo(2L * CPUS * ROUNDS);
        assertThat(worst.coldMisses()).isEqualTo(CPUS);
        assertThat(worst.coherenceMisses()).isPositive();
        assertThat(worst.invalidations()).isPositive();
        assertThat(worst.interventions()).isPositive();
        assertThat(worst.where())
                .endsWith(": SideBySide.counts[1], SideBySide.counts[2], SideBySide.counts[3], SideBySide.counts[4]");
    }

    @Test
    void lines_ticketLock_areNamedByTheirFields() {
        Profile profile = lock(TicketLock::new, Multiprocessor.mesi(CPUS));
        assertThat(profile.lines().getFirst().where()).matches("line \\d+: TicketLock\\.serving");
        assertThat(profile.lines().get(1).where()).matches("line \\d+: TicketLock\\.next");
        assertThat(profile.sources().getFirst().where()).matches("TicketLock\\.lock:\\d+");
    }

    /// Every access is counted on a CPU, on a line and at a place, with and without parking.
    @Test
    void tables_anyRun_addUpToTheSame() {
        for (Multiprocessor machine :
                List.of(Multiprocessor.moesi(CPUS), Multiprocessor.ccnuma(CPUS), Multiprocessor.mesi(CPUS))) {
            Profile profile = lock(McsLock::new, machine);
            Profile unparked = lock(McsLock::new, machine.withoutParking());
            assertThat(profile.lines()).isEqualTo(unparked.lines());
            assertThat(profile.sources()).isEqualTo(unparked.sources());
            for (ToLongFunction<MemoryUse> count : List.<ToLongFunction<MemoryUse>>of(
                    MemoryUse::accesses,
                    MemoryUse::hits,
                    MemoryUse::misses,
                    MemoryUse::transactions,
                    MemoryUse::invalidations,
                    MemoryUse::interventions,
                    MemoryUse::writeBacks,
                    MemoryUse::messages,
                    MemoryUse::hops,
                    MemoryUse::stallCycles)) {
                long all = count.applyAsLong(profile.total());
                assertThat(sum(profile.cpus(), count)).isEqualTo(all);
                assertThat(sum(profile.lines(), count)).isEqualTo(all);
                assertThat(sum(profile.sources(), count)).isEqualTo(all);
            }
            assertThat(profile.total().accesses()).isPositive();
        }
    }

    private static long sum(List<MemoryUse> rows, ToLongFunction<MemoryUse> count) {
        return rows.stream().mapToLong(count).sum();
    }
}
