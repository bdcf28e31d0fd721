package advsys.workbook.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {
    private final History history = new History();

    @BeforeEach
    void someCells() {
        history.add(1, "1+1");
        history.result(1, "2");
        history.add(2, "int a");
        history.add(3, "1+1");
    }

    @Test
    void tail_two_givesTheLatestInOrder() throws Malformed {
        assertThat(codes("{\"hist_access_type\":\"tail\",\"n\":2}")).containsExactly("int a", "1+1");
    }

    @Test
    void tail_withOutput_pairsCodeAndResult() throws Malformed {
        JsonArray rows = rows("{\"hist_access_type\":\"tail\",\"n\":3,\"output\":true}");

        assertThat(rows.get(0)).hasToString("[1,1,[\"1+1\",\"2\"]]");
        assertThat(rows.get(1)).hasToString("[1,2,[\"int a\",null]]");
    }

    @Test
    void range_ofThisSession_endsBeforeStop() throws Malformed {
        assertThat(codes("{\"hist_access_type\":\"range\",\"session\":0,\"start\":1,\"stop\":3}"))
                .containsExactly("1+1", "int a");
        assertThat(codes("{\"hist_access_type\":\"range\",\"session\":7,\"start\":1,\"stop\":3}"))
                .isEmpty();
    }

    @Test
    void search_unique_keepsTheLatestOfEquals() throws Malformed {
        assertThat(codes("{\"hist_access_type\":\"search\",\"pattern\":\"*1*\"}"))
                .containsExactly("1+1", "1+1");
        assertThat(rows("{\"hist_access_type\":\"search\",\"pattern\":\"1?1\",\"unique\":true}"))
                .hasToString("[[1,3,\"1+1\"]]");
        assertThat(codes("{\"hist_access_type\":\"search\",\"pattern\":\"*\",\"n\":1}"))
                .containsExactly("1+1");
    }

    @Test
    void unknownAccess_isRefusedByName() {
        assertThatThrownBy(() -> rows("{\"hist_access_type\":\"guess\"}")).hasMessageContaining("guess");
    }

    @Test
    void manyCells_onlyTheLatestAreKept() throws Malformed {
        for (int i = 4; i <= 12_000; i++) {
            history.add(i, "cell");
        }
        assertThat(rows("{\"hist_access_type\":\"tail\",\"n\":20000}")).hasSize(10_000);
        String huge = "x".repeat(9_000_000);
        history.add(12_001, huge);
        history.add(12_002, huge);
        assertThat(rows("{\"hist_access_type\":\"tail\",\"n\":20000}")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "*, '', true",
        "a*b, ab, true",
        "a*b, a1b2b, true",
        "a*b, abc, false",
        "?, '', false",
        "a?c, abc, true",
        "**x*, 'a\nx', true",
        "[a], [a], true",
        "[a], a, false"
    })
    void matches_globs(String glob, String text, boolean expected) {
        assertThat(History.matches(glob, text)).isEqualTo(expected);
    }

    private JsonArray rows(String request) throws Malformed {
        return history.reply(Json.object(request, "it")).getAsJsonArray("history");
    }

    private List<String> codes(String request) throws Malformed {
        List<String> codes = new ArrayList<>();
        for (var row : rows(request)) {
            codes.add(row.getAsJsonArray().get(2).getAsString());
        }
        return codes;
    }
}
