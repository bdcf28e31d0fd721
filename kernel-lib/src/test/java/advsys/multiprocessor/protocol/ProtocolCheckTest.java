package advsys.multiprocessor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advsys.lab.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolCheckTest {
    static List<Protocol> multiprocessors() {
        return List.of(
                Msi.protocol(),
                Mesi.protocol(),
                Moesi.protocol(),
                Firefly.protocol(),
                Directory.protocol(),
                Directory.throughHome());
    }

    @ParameterizedTest
    @MethodSource("multiprocessors")
    void check_threeCpusAndTwoLines_holdsAndUsesEveryRow(Protocol protocol) {
        Verdict verdict = protocol.check();
        assertThat(verdict.unusedRows()).isEmpty();
        assertThat(verdict.violation()).isEmpty();
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.statesOfALine()).isGreaterThan(500);
        assertThat(verdict.statesOfTwoLines()).isGreaterThan(10_000);
    }

    @Test
    void check_dciOnOneCpu_holds() {
        assertThat(Dci.protocol().check(1).holds()).isTrue();
    }

    @Test
    void check_dciOnTwoCpus_showsTheShortestWayToAStaleLoad() {
        Verdict verdict = Dci.protocol().check(2);
        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.violation()).containsAnyOf("both write", "may read", "stale");
        Trace trace = verdict.trace();
        assertThat(trace.table().columnNames()).contains("step", "actor", "event", "state", "copy");
        assertThat(trace.toString()).contains("P2").contains("Read");
    }

    @Test
    void trace_ofAProtocolThatHolds_isRefused() {
        Verdict verdict = Dci.protocol().check(1);
        assertThatThrownBy(verdict::trace).hasMessageContaining("no counterexample");
    }

    @Test
    void check_rowThatNothingUses_isNamed() {
        Verdict verdict = Msi.protocol().with("IM_D shared : fill, store -> M").check();
        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.unusedRows()).singleElement().asString().contains("IM_D shared");
        assertThat(verdict)
                .hasToString("MSI, changed, 3 CPUs: nothing goes wrong, but nothing ever uses"
                        + " IM_D shared : fill, store -> M");
    }

    /// Who hears a word tells everybody else: two caches keep each other busy for ever.
    private static Protocol gossip() {
        return Firefly.protocol()
                .with("S Word : send Word to others -> S\nS_W Word : refresh, send Word to others -> S");
    }

    @Test
    void judge_accessThatComesToNoEnd_isAFailureAndNotAHang() {
        Frugal law = gossip().frugalIn(Accesses.of("P1 load, P2 load, P1 store"), 100);
        assertThat(law.judge(new Frugal.Seen("S load : load -> S"))).asString().contains("comes to no end");
    }

    @Test
    void verdict_messagesThatPileUp_isGivenUpWithTheStatesSeenAndARemedy() {
        Protocol flood = Msi.protocol().with("S load : load, send Flush to home -> S");
        assertThatThrownBy(() -> new ProtocolCheck(flood, 2, true, 2_000).verdict())
                .isInstanceOf(EndlessException.class)
                .hasMessageContainingAll("MSI, changed, 2 CPUs", "states of a line seen", "messages", "check(1)");
    }

    @Test
    void check_fourCpus_isRefused() {
        assertThatThrownBy(() -> Msi.protocol().check(4)).hasMessageContaining("4 CPUs");
    }
}
