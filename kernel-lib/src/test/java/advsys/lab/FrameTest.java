package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class FrameTest {
    private static final Frame LOCKS = Frame.of(
            List.of("lock", "threads", "rate"),
            List.of(
                    List.of("TAS", 1, 9.5),
                    List.of("TAS", 2, 4.0),
                    List.of("MCS", 1, 8.5),
                    Arrays.asList("MCS", 2, null)));

    @Test
    void where_numberOfAnotherTypeOrText_findsTheSameRows() {
        assertThat(LOCKS.where("threads", 2.0).size()).isEqualTo(2);
        assertThat(LOCKS.where("threads", "2").column("lock")).containsExactly("TAS", "MCS");
        assertThat(LOCKS.where("threads", 7).size()).isZero();
    }

    @Test
    void column_unknownName_namesThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOCKS.column("thread"))
                .withMessage("there is no column \"thread\"; the columns are lock, threads, rate");
    }

    @Test
    void number_missingOrText_isNaN() {
        assertThat(LOCKS.number(3, "rate")).isNaN();
        assertThat(LOCKS.number(0, "lock")).isNaN();
        assertThat(LOCKS.number(1, "threads")).isEqualTo(2);
        assertThat(LOCKS.numeric("rate")).isTrue();
        assertThat(LOCKS.numeric("lock")).isFalse();
    }

    @Test
    void of_raggedRowOrTwoColumnsOfOneName_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Frame.of(List.of("a", "b"), List.of(List.of(1))));
        assertThatIllegalArgumentException().isThrownBy(() -> Frame.of(List.of("a", "a"), List.of()));
    }

    @Test
    void toTable_mixedColumns_keepsTypesAndMissingValues() {
        Table table = LOCKS.toTable("locks");
        assertThat(table.columnNames()).containsExactly("lock", "threads", "rate");
        assertThat(table.typeArray()).containsExactly(ColumnType.STRING, ColumnType.INTEGER, ColumnType.DOUBLE);
        assertThat(table.doubleColumn("rate").isMissing(3)).isTrue();
        assertThat(table.rowCount()).isEqualTo(4);
    }
}
