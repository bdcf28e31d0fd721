package advsys.workbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.HostCard;
import advsys.lab.Published;
import advsys.lab.Reproduction;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ReproduceCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    @Test
    void reproduce_figureThatNeedsAnotherMachine_saysWhyAndMeasuresNothing() {
        assertThat(run("reproduce", "--only", "^michael-scott", "--json")).isZero();
        JsonArray rows = JsonParser.parseString(out.toString()).getAsJsonArray();
        assertThat(rows).hasSize(1);
        JsonObject row = rows.get(0).getAsJsonObject();
        assertThat(row.get("verdict").getAsString()).isEqualTo("not on this host");
        assertThat(row.get("reason").getAsString()).contains("two-lock queue");
        assertThat(err.toString()).doesNotContain("measuring");
    }

    @Test
    void reproduce_oneFigure_measuresInAJvmOfItsOwn() {
        assertThat(run("reproduce", "--only", "anderson.uncontended", "--quick"))
                .isBetween(0, 1);
        assertThat(err.toString()).contains("measuring in JVM 1 of 1");
        assertThat(out.toString())
                .contains("TasLock/ArrayLock > 1")
                .contains("1 measured here, each in 1 JVM (without --quick: 3) with 7 trials.");
    }

    @Test
    void reproduce_noSuchChapter_isRefusedWithThoseThereAre() {
        assertThat(run("reproduce", "--chapter", "99")).isEqualTo(2);
        assertThat(err.toString()).contains("03");
    }

    @Test
    void of_samplesOnBothSidesOfABound_contradictNothing() {
        Reproduction reproduction = new Reproduction("jdk.fair", "how", 1, trials -> new double[0]);
        HostCard host = HostCard.here();
        var figure = Published.of("jdk.fair").figure();
        assertThat(Reproduced.of(figure, reproduction, List.of(new double[] {2, 3, 0.5}), host)
                        .verdict())
                .isEqualTo("not distinguishable here");
        assertThat(Reproduced.of(figure, reproduction, List.of(new double[] {0.4, 0.5, 0.6}), host)
                        .contradicts())
                .isTrue();
        assertThat(Reproduced.of(figure, reproduction, List.of(new double[0]), host)
                        .verdict())
                .isEqualTo("cannot tell here");
    }
}
