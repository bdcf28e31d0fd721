package advsys.multiprocessor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Compiled tables do what their rows do.
class CopiesTest {
    private static final Copies.Nodes ONE = (line, controller) -> 0;
    private static final int ACCESSES = 4000;

    static List<Protocol> buses() {
        return List.of(
                Msi.protocol(),
                Mesi.protocol(),
                Moesi.protocol(),
                Mesi.protocol().with("E RdX : send Data to requester -> I")); // clean copies from cache to cache
    }

    @ParameterizedTest
    @MethodSource("buses")
    void access_anyOrder_isByTableWhatItIsByRows(Protocol protocol) {
        for (int cpus : List.of(1, 2, 3, 8, 64)) {
            agree(protocol, cpus, 17 * cpus);
        }
    }

    private static void agree(Protocol protocol, int cpus, long seed) {
        Copies compiled = Copies.of(protocol, cpus, true, ONE);
        Copies rows = new TableCopies(protocol, cpus, ONE);
        assertThat(compiled).isInstanceOf(BusCopies.class);
        compiled.add();
        rows.add();
        Effects byTable = new Effects();
        Effects byRows = new Effects();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ACCESSES; i++) {
            int cpu = random.nextInt(cpus);
            int dice = random.nextInt(8);
            Event wish = dice == 0 && rows.holds(0, cpu) ? Event.EVICT : dice < 3 ? Event.STORE : Event.LOAD;
            compiled.access(0, cpu, wish, byTable);
            rows.access(0, cpu, wish, byRows);
            assertThat(byTable)
                    .as("seed %d, access %d, %s by %d", seed, i, wish, cpu)
                    .hasToString(byRows.toString());
            for (int each = 0; each < cpus; each++) {
                assertThat(compiled.state(0, each)).isEqualTo(rows.state(0, each));
                assertThat(compiled.readsAtOnce(0, each)).isEqualTo(rows.readsAtOnce(0, each));
                assertThat(compiled.writesAtOnce(0, each)).isEqualTo(rows.writesAtOnce(0, each));
                assertThat(compiled.holds(0, each)).isEqualTo(rows.holds(0, each));
            }
        }
    }

    /// A table that goes wrong goes wrong by its rows, with their words.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "S RdX : send Ack to requester -> S",
                "M Rd : send AckShared to requester -> S",
                "M evict : - -> I",
                "S store : - -> M"
            })
    void of_tableThatGoesWrong_isNotCompiled(String row) {
        assertThat(Copies.of(Mesi.protocol().with(row), 4, true, ONE)).isInstanceOf(TableCopies.class);
    }

    @Test
    void of_networkOrSeveralNodes_isNotCompiled() {
        assertThat(Copies.of(Directory.protocol(), 4, true, ONE)).isInstanceOf(TableCopies.class);
        assertThat(Copies.of(Mesi.protocol(), 4, false, ONE)).isInstanceOf(TableCopies.class);
    }

    @Test
    void access_ofAStaleCopy_isRefusedByName() {
        Copies copies = Copies.of(Mesi.protocol().with("S Upgr : send Ack to requester -> S"), 2, true, ONE);
        copies.add();
        Effects effects = new Effects();
        copies.access(0, 0, Event.LOAD, effects);
        copies.access(0, 1, Event.LOAD, effects);
        copies.access(0, 1, Event.STORE, effects);
        assertThatThrownBy(() -> copies.access(0, 0, Event.LOAD, effects))
                .hasMessageContaining("P1 loads from a stale");
    }

    /// By hand: CPU 1 of 64 stores to a line that all have. 63 are asked and answer, and so does memory.
    @Test
    void access_storeToALineThatAllShare_asksEverybody() {
        Copies copies = Copies.of(Mesi.protocol(), 64, true, ONE);
        copies.add();
        Effects effects = new Effects();
        for (int cpu = 0; cpu < 64; cpu++) {
            copies.access(0, cpu, Event.LOAD, effects);
        }
        assertThat(effects.messages())
                .as("63 sharers and memory, a request and an answer each")
                .isEqualTo(2 * 64);
        copies.access(0, 0, Event.STORE, effects);
        assertThat(effects.request()).isEqualTo(Event.UPGR);
        assertThat(effects.messages()).isEqualTo(2 * 64);
        assertThat(effects.lost()).isEqualTo(~1L);
        assertThat(copies.state(0, 0)).isEqualTo("M");
        copies.access(0, 63, Event.LOAD, effects);
        assertThat(effects.interventions()).isEqualTo(1);
        assertThat(effects.writeBacks()).as("the owner flushes").isEqualTo(1);
        assertThat(effects.messages())
                .as("request and data of the owner, its flush, request and data of memory")
                .isEqualTo(5);
    }
}
