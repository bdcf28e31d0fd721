package advsys.multiprocessor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advsys.lab.Experiment;
import advsys.lab.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.Table;

/// What accesses cost, counted by hand.
class WalkTest {
    private static Table walk(Protocol protocol, Accesses accesses, int home, int roundsBefore) {
        return Experiment.of(new Walk())
                .with("protocol", protocol)
                .with("home", home)
                .with("roundsBefore", roundsBefore)
                .subject("accesses", accesses)
                .repeats(1)
                .run()
                .table();
    }

    private static int count(Table table, String column) {
        assertThat(table.stringColumn("outcome").asList()).containsOnly("ok");
        return ((Number) table.column(column).get(0)).intValue();
    }

    private static int transactions(Protocol protocol, Accesses accesses) {
        return count(walk(protocol, accesses, 0, 1), "busTransactions");
    }

    @Test
    void run_dataOfOneCpu_costWhatTheStateExclusiveSaves() {
        Accesses mine = Accesses.onlyMine();
        assertThat(transactions(Msi.protocol(), mine))
                .as("read, upgrade, write back")
                .isEqualTo(3);
        assertThat(transactions(Mesi.protocol(), mine)).as("read, write back").isEqualTo(2);
        assertThat(transactions(Moesi.protocol(), mine)).isEqualTo(2);
    }

    @Test
    void run_fromOneToAll_costsMemoryWhatTheStateOwnedSaves() {
        Accesses message = Accesses.fromOneToAll(4);
        assertThat(count(walk(Mesi.protocol(), message, 0, 1), "memoryWrites")).isEqualTo(1);
        Table moesi = walk(Moesi.protocol(), message, 0, 1);
        assertThat(count(moesi, "memoryWrites")).isZero();
        assertThat(count(moesi, "fromCaches")).isEqualTo(3);
        assertThat(count(moesi, "busTransactions")).isEqualTo(4);
        Table firefly = walk(Firefly.protocol(), message, 0, 1);
        assertThat(count(firefly, "busTransactions")).as("the word, sent once").isEqualTo(1);
        assertThat(count(firefly, "invalidations")).isZero();
    }

    @Test
    void run_wordsSideBySide_loseTheLineToEachOtherOrUpdateIt() {
        Accesses words = Accesses.sideBySide(4);
        assertThat(count(walk(Mesi.protocol(), words, 0, 1), "invalidations")).isEqualTo(4);
        Table firefly = walk(Firefly.protocol(), words, 0, 1);
        assertThat(count(firefly, "invalidations")).isZero();
        assertThat(count(firefly, "busTransactions")).isEqualTo(4);
    }

    /// Reader 1, home and owner by number; owner 0 is memory.
    @ParameterizedTest
    @CsvSource({"1,0,0,0", "2,0,2,2", "1,2,2,2", "2,2,2,2", "3,2,3,4"})
    void run_loadInTheDirectory_takesTheHopsOfItsKind(int home, int owner, int hops, int hopsThroughHome) {
        Accesses accesses = owner == 0 ? Accesses.of("P1 load") : Accesses.of("P" + owner + " store, P1 load");
        assertThat(count(walk(Directory.protocol(), accesses, home, 0), "lastHops"))
                .isEqualTo(hops);
        assertThat(count(walk(Directory.throughHome(), accesses, home, 0), "lastHops"))
                .isEqualTo(hopsThroughHome);
        assertThat(count(walk(Mesi.protocol(), accesses, home, 0), "lastHops")).isZero();
    }

    @Test
    void trace_ofAWalk_isEveryMessage() {
        Trace trace = Experiment.of(new Walk())
                .with("protocol", Directory.protocol())
                .with("home", 3)
                .trace(Accesses.of("P2 store, P1 load"), 1);
        List<String> events =
                trace.table().stringColumn("event").asList().stream().distinct().toList();
        assertThat(events)
                .containsExactly(
                        "P2 wants to store", "GetM", "Data", "Done", "P1 wants to load", "GetS", "FwdGetS", "Flush");
        assertThat(trace.table().stringColumn("state").asList()).contains("IM_AD", "BusyM_D", "Modified");
    }

    @Test
    void drawings_ofEveryProtocol_haveAllStatesOfItsTable() {
        for (Protocol protocol : List.of(Dci.protocol(), Mesi.protocol(), Moesi.protocol(), Directory.protocol())) {
            String stable = protocol.drawing().toString();
            String whole = protocol.drawingOfAllStates().toString();
            for (State state : protocol.cache().states()) {
                assertThat(whole).contains(state.name());
                assertThat(stable.contains(state.name() + " ") || stable.contains(state.name() + "\n"))
                        .as("%s of %s, without what is under way", state, protocol)
                        .isEqualTo(!state.isTransient());
            }
        }
        assertThat(Mesi.protocol().drawing().toString())
                .containsPattern("I +load / Rd, alone +E")
                .containsPattern("I +load / Rd, shared +S")
                .containsPattern("E +store +M");
    }

    @Test
    void snooping_withAHole_namesTheCase() {
        String states = "I; S read; M write; IS_AD; IS_D; IM_AD; IM_D; SM_AD read; SM_D held; MI_A held; MI_D held";
        assertThatThrownBy(() -> Protocol.snooping("mine", states, "S load : load -> S"))
                .hasMessageContaining("cache's table of mine has no row for:")
                .hasMessageContaining("S store");
    }

    @Test
    void run_evictionOfNothing_isRefused() {
        Table table = walk(Mesi.protocol(), Accesses.of("P1 load, P2 evict"), 0, 0);
        assertThat(table.stringColumn("outcome").get(0)).isEqualTo("threw");
    }

    @Test
    void of_whatIsNoAccess_isRefusedWithTheForm() {
        for (String wrong : List.of("P1 jump", "load", "P0 load", "P65 load", "P1 load x0", "P1 load,", "")) {
            assertThatThrownBy(() -> Accesses.of(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("(?s).*(P1 load|64 CPUs).*");
        }
        assertThat(Accesses.of("P3 store x4").list(1)).hasSize(4);
        assertThatThrownBy(() -> Accesses.wandering(65)).hasMessageContaining("65 CPUs");
    }
}
