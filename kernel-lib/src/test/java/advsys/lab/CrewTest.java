package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advsys.lab.stop.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class CrewTest {
    private final List<Crew.Work> works = new ArrayList<>();
    private final Crew crew = new Crew(1, new Pulse(), works::add);

    @Test
    void rounds_eachWorker_doesExactlySoMany() throws Exception {
        AtomicLong entered = new AtomicLong();
        Crew.Work work = crew.rounds(3, 1_000, worker -> {
            while (worker.next()) {
                entered.incrementAndGet();
            }
        });
        assertThat(entered).hasValue(3_000);
        assertThat(work.rounds()).containsExactly(1_000L, 1_000L, 1_000L);
        assertThat(work.total()).isEqualTo(3_000);
        assertThat(work.fairness()).isEqualTo(1);
        assertThat(work.nanosPerRound()).isPositive();
        assertThat(works).containsExactly(work);
    }

    @Test
    void rounds_afterThem_noThreadIsLeftToBeTakenForOneThatHangs() throws Exception {
        ThreadGroup group = new ThreadGroup("conductor's");
        List<Integer> left = Collections.synchronizedList(new ArrayList<>());
        Thread conductor = new Thread(group, () -> {
            for (int i = 0; i < 200; i++) {
                try {
                    crew.rounds(2, 1, worker -> {});
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                left.add(group.activeCount() - 1);
            }
        });
        conductor.start();
        conductor.join();
        assertThat(left).hasSize(200).containsOnly(0);
    }

    @Test
    void window_ends_afterItsLength() throws Exception {
        AtomicLong entered = new AtomicLong();
        Crew.Work work = crew.window(2, Duration.ofMillis(40), worker -> {
            while (worker.next()) {
                entered.incrementAndGet();
            }
        });
        assertThat(work.nanos()).isBetween(40_000_000L, 4_000_000_000L);
        assertThat(work.total()).isPositive();
        assertThat(entered.get() - work.total())
                .as("what was in hand at the end is not counted")
                .isNotNegative();
        assertThat(work.perMicrosecond()).isPositive();
        assertThat(work.overlap()).isBetween(0.0, 1.0);
    }

    @Test
    void window_moreThreadsThanCores_allGetTheirTurn() throws Exception {
        int threads = 4 * Runtime.getRuntime().availableProcessors();
        Crew.Work work = crew.window(threads, Duration.ofMillis(100), worker -> {
            while (worker.next()) {
                Thread.onSpinWait();
            }
        });
        assertThat(work.rounds()).hasSize(threads);
        assertThat(work.rounds().stream().filter(rounds -> rounds > 0)).hasSizeGreaterThan(threads / 2);
    }

    @Test
    void window_bodyThatThrows_endsTheOthersAndComesOut() {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger left = new AtomicInteger();
        assertThatThrownBy(() -> crew.window(3, Duration.ofSeconds(60), worker -> {
                    begun.incrementAndGet();
                    try {
                        while (worker.next()) {
                            if (worker.number() == 1) {
                                throw new java.io.IOException("a worker's own");
                            }
                        }
                    } finally {
                        left.incrementAndGet();
                    }
                }))
                .isInstanceOf(java.io.IOException.class)
                .hasMessage("a worker's own");
        assertThat(left.get()).isPositive().isEqualTo(begun.get()); // one may not have begun yet
    }

    @Test
    void window_interrupted_stopsTheWorkers() throws Exception {
        AtomicInteger left = new AtomicInteger();
        List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
        Thread conductor = Thread.ofPlatform().start(() -> {
            try {
                crew.window(2, Duration.ofSeconds(60), worker -> {
                    try {
                        while (worker.next()) {
                            Thread.onSpinWait();
                        }
                    } finally {
                        left.incrementAndGet();
                    }
                });
            } catch (Throwable t) {
                thrown.add(t);
            }
        });
        Thread.sleep(50);
        conductor.interrupt();
        assertThat(conductor.join(Duration.ofSeconds(20))).isTrue();
        assertThat(thrown).singleElement().isInstanceOf(CancellationException.class);
        assertThat(left).hasValue(2);
    }

    @Test
    void threads_outsideTheBounds_areRefused() {
        Crew.Body body = worker -> {};
        assertThatThrownBy(() -> crew.rounds(0, 1, body)).hasMessageContaining("0 threads");
        assertThatThrownBy(() -> crew.rounds(5000, 1, body)).hasMessageContaining("simulated machine");
        assertThatThrownBy(() -> crew.rounds(1, 0, body)).hasMessageContaining("0 rounds");
        assertThatThrownBy(() -> crew.window(1, Duration.ZERO, body)).hasMessageContaining("window");
    }

    @Test
    void workers_inherit_theScopeOfTheTrial() throws Exception {
        List<String> scopes = Collections.synchronizedList(new ArrayList<>());
        try (Scope trial = Scope.root("trial 7")) {
            trial.call(() -> crew.rounds(1, 1, worker -> scopes.add(String.valueOf(Scope.current()))));
        }
        assertThat(scopes).containsExactly("trial 7 / crew");
    }

    @Test
    void random_ofAWorker_dependsOnSeedAndNumberOnly() throws Exception {
        assertThat(draws(1)).isEqualTo(draws(1)).isNotEqualTo(draws(2));
        assertThat(draws(1).stream().distinct()).hasSize(3);
    }

    private static List<Long> draws(long seed) throws Exception {
        Long[] drawn = new Long[3];
        new Crew(seed, new Pulse(), work -> {})
                .rounds(3, 1, worker -> drawn[worker.number()] = worker.random().nextLong());
        return List.of(drawn);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void pinned_workers_areOnCpusOfTheirOwnAndTheCallerIsNot() throws Exception {
        HostFiles files = new HostFiles(Path.of("/"));
        List<Integer> usable = Cores.first(files);
        List<Integer> before = Affinity.allowed(files);
        List<List<Integer>> seen = Collections.synchronizedList(new ArrayList<>());
        crew.pinned(true).rounds(2, 1, worker -> seen.add(Affinity.allowed(files)));
        assertThat(seen).allSatisfy(cpus -> assertThat(usable).containsAll(cpus));
        if (usable.size() >= 2) {
            assertThat(seen).allSatisfy(cpus -> assertThat(cpus).hasSize(1)).doesNotHaveDuplicates();
        }
        assertThat(Affinity.allowed(files)).isEqualTo(before);
        seen.clear();
        crew.pinned(false).rounds(2, 1, worker -> seen.add(Affinity.allowed(files)));
        assertThat(seen).containsOnly(before);
    }

    @Test
    void spend_tenTimesAsMuch_takesLonger() throws Exception {
        long few = 0;
        double ratio = 0;
        boolean calibrated = false;
        for (int attempt = 0; attempt < 100 && !calibrated; attempt++) { // until the compiler has had its turn
            few = least(2_000);
            ratio = (double) least(20_000) / few;
            calibrated = few > 1_000 && few < 4_000 && ratio > 5 && ratio < 20;
        }
        assertThat(calibrated)
                .as("2000 ns took %d, ten times as much took %f times that", few, ratio)
                .isTrue();
    }

    /// The least time that the work took: that of an undisturbed moment.
    private long least(int nanos) throws Exception {
        long[] least = {Long.MAX_VALUE};
        crew.rounds(1, 200, worker -> {
            while (worker.next()) {
                long start = System.nanoTime();
                worker.spend(nanos);
                least[0] = Math.min(least[0], System.nanoTime() - start);
            }
        });
        return least[0];
    }

    @Test
    void fairness_oneDidItAll_isOneOverN() {
        assertThat(new Crew.Work(1, List.of(8L, 0L, 0L, 0L), 1).fairness()).isEqualTo(0.25);
        assertThat(new Crew.Work(1, List.of(0L, 0L), 1).fairness()).isEqualTo(1);
    }
}
