package advsys.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import advsys.lab.Experiment;
import advsys.lab.HostCard;
import advsys.lab.Maker;
import advsys.lab.Results;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/// No absolute times: what must hold on any host, however busy.
class ContentionTest {
    private static Experiment<Maker<Mutex>, Contention.Row> duel() {
        return Experiment.of(new Contention())
                .compare("lock", TasLock::new, McsLock::new)
                .repeats(3);
    }

    @Test
    void run_goodLocks_givesAWholeRowForEachTrial() {
        Table table = duel().with("threads", 1, 2).run().table();
        assertThat(table.rowCount()).isEqualTo(2 * 2 * 3);
        assertThat(table.stringColumn("outcome").asList()).containsOnly("ok");
        assertThat(column(table, "acquisitionsPerMicrosecond")).allMatch(rate -> rate > 0);
        assertThat(column(table, "jainIndex")).allMatch(index -> index > 0 && index <= 1);
        assertThat(column(table, "handOverPercent")).allMatch(share -> share >= 0 && share <= 100);
        assertThat(column(table, "longestWaitNanos")).allMatch(wait -> wait >= 0);
    }

    @Test
    void run_oneThread_handsOverToNobody() {
        Table alone = duel().with("threads", 1).run().table();
        assertThat(column(alone, "handOverPercent")).containsOnly(0.0);
        assertThat(column(alone, "mostOvertaken")).containsOnly(0.0);
        assertThat(column(alone, "jainIndex")).containsOnly(1.0);
    }

    /// The holder's work bounds what any lock can do: a microsecond inside, at most one acquisition in a
    /// microsecond.
    @Test
    void run_longSection_boundsTheThroughput() {
        Table busy = duel().with("threads", 2).with("holdNanos", 20_000).run().table();
        assertThat(column(busy, "acquisitionsPerMicrosecond")).allMatch(rate -> rate < 2 / 20.0);
    }

    @Test
    void run_lockThatLetsTwoIn_isAnOutcomeNotAFigure() {
        Results run = Experiment.of(new Contention())
                .subject("no lock", NoLock::new)
                .with("threads", 2)
                .with("windowMillis", 60) // on a busy host the two may hardly meet
                .repeats(4)
                .run();
        assertThat(run.table().stringColumn("outcome").asList()).contains("threw");
        assertThat(run.toString()).contains("no mutual exclusion");
    }

    @Test
    void run_brokenTwin_isAnOutcomeNotTheEnd() {
        Results run = Experiment.of(new Contention(2, 0, 0, 300))
                .subject("broken", BrokenMcsLock::new)
                .repeats(1)
                .run();
        assertThat(run.table().stringColumn("outcome").asList()).containsOnly("hung");
    }

    @Test
    void new_knobsOutOfRange_areRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contention(0, 0, 0, 1))
                .withMessage("threads is 0: give it 1 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contention(1, -1, 0, 1))
                .withMessageContaining("holdNanos");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contention(1, 0, 0, 0))
                .withMessageContaining("windowMillis");
    }

    @Test
    void caveat_moreThreadsThanCores_saysWhatIsSeen() {
        HostCard host = HostCard.here();
        assertThat(new Contention(host.cores(), 0, 0, 1).caveat(host)).isEmpty();
        assertThat(new Contention(host.cores() + 1, 0, 0, 1).caveat(host))
                .contains("scheduler", host.cores() + " cores");
    }

    private static List<Double> column(Table table, String name) {
        return table.numberColumn(name).asDoubleColumn().asList();
    }

    private static final class NoLock implements Mutex {
        @Override
        public void lock() {}

        @Override
        public void unlock() {}
    }
}
