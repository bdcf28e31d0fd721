package advsys.multiprocessor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advsys.lab.Bundle;
import org.junit.jupiter.api.Test;

class TableTest {
    private static Table table(String rows) {
        return Table.of("test table", "I; S read; S_D", "load/Inv", rows);
    }

    private static final String WHOLE = """
            I   load : send GetS to home    -> S_D   # a comment
            S   load : load                 -> same
            S_D load : never
            *   Inv  : send Ack to requester -> I
            """;

    @Test
    void of_everyCaseOnce_readsThem() {
        Table table = table(WHOLE);
        assertThat(table.entries()).hasSize(6);
        assertThat(table.at(0, Event.LOAD)).hasToString("I load : send GetS to home -> S_D");
        assertThat(table.at(1, Event.INV).next().name()).isEqualTo("I");
        assertThat(table.at(2, Event.LOAD).never()).isTrue();
    }

    @Test
    void of_specificRowAndGeneralRow_theSpecificOneCounts() {
        Table table = table(WHOLE + "S Inv : - -> S\n");
        assertThat(table.at(1, Event.INV)).hasToString("S Inv : - -> S");
    }

    @Test
    void of_hole_isRefusedByRow() {
        assertThatThrownBy(() -> table(WHOLE.replace("S   load : load                 -> same\n", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no row for: S load")
                .hasMessageContaining("never");
    }

    @Test
    void of_ambiguousRow_isRefusedWithBothRows() {
        assertThatThrownBy(() -> table(WHOLE + "S load : - -> I\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two rows for S load")
                .hasMessageContaining("\"S load : - -> I\"");
    }

    @Test
    void of_wordsThatAreNotKnown_areRefusedWithWhatThereIs() {
        assertThatThrownBy(() -> table("I loaf : - -> I"))
                .hasMessageContaining("\"loaf\"")
                .hasMessageContaining("load");
        assertThatThrownBy(() -> table("X load : - -> I"))
                .hasMessageContaining("X")
                .hasMessageContaining("[I, S, S_D]");
        assertThatThrownBy(() -> table("I load : - -> Y")).hasMessageContaining("Y");
        assertThatThrownBy(() -> table("I load : sing -> I"))
                .hasMessageContaining("sing")
                .hasMessageContaining("stall");
        assertThatThrownBy(() -> table("I load : send Ack -> I")).hasMessageContaining("not understood");
        assertThatThrownBy(() -> table("I load")).hasMessageContaining("not understood");
        assertThatThrownBy(() -> table("I store : - -> I")).hasMessageContaining("names the event store");
    }

    @Test
    void with_oneRow_replacesThatCaseOnly() {
        Table before = table(WHOLE);
        Table changed = before.with("S Inv : send Ack to requester -> S");
        assertThat(changed.at(1, Event.INV).next().name()).isEqualTo("S");
        assertThat(changed.at(0, Event.INV)).isEqualTo(before.at(0, Event.INV));
        assertThat(before.at(1, Event.INV).next().name()).isEqualTo("I");
    }

    @Test
    void shown_protocol_isATableForEachController() {
        Bundle shown = Mesi.protocol().shown();
        assertThat(shown.text())
                .contains("MESI: a cache")
                .containsPattern("E +store +store +M")
                .containsPattern("Memory +Rd +send MemData to requester");
        assertThat(shown.data()).containsKey(Bundle.HTML);
    }
}
