package advsys.multiprocessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressTraceTest {
    @TempDir
    private Path folder;

    private AddressTrace.Counts run(Multiprocessor machine, String text) throws IOException {
        return AddressTrace.run(machine, Files.writeString(folder.resolve("trace.din"), text));
    }

    /// By hand: three lines of one set of two ways, in turn.
    @Test
    void run_threeLinesOfOneSet_missesEachTime() throws IOException {
        Multiprocessor machine = Multiprocessor.mesi(1).with(new CacheSize(2, 2));
        String round = "0 0\n1 80 0 a comment\n2 100\n";
        AddressTrace.Counts counts = run(machine, round.repeat(3));
        assertThat(counts.references()).isEqualTo(9);
        assertThat(counts.coldMisses()).isEqualTo(3);
        assertThat(counts.conflictMisses())
                .as("a cache of 4 lines without sets would hold all 3")
                .isEqualTo(6);
        assertThat(counts.capacityMisses()).isZero();
        assertThat(counts.writeBacks())
                .as("the line that is written is replaced twice")
                .isEqualTo(2);
    }

    @Test
    void run_moreLinesThanTheCacheHolds_missByCapacity() throws IOException {
        Multiprocessor machine = Multiprocessor.mesi(1).with(new CacheSize(1, 4));
        AddressTrace.Counts counts = run(machine, "0 0\n0 40\n0 80\n0 c0\n0 100\n".repeat(4));
        assertThat(counts.coldMisses()).isEqualTo(5);
        assertThat(counts.capacityMisses()).isEqualTo(15);
        assertThat(counts.conflictMisses() + counts.hits()).isZero();
    }

    @Test
    void run_twoCpusWritingOneLine_invalidateEachOther() throws IOException {
        AddressTrace.Counts counts = run(Multiprocessor.mesi(2), "1 7fff0000 0\n1 7fff0020 1\n\n".repeat(5));
        assertThat(counts.references()).isEqualTo(10);
        assertThat(counts.coldMisses()).isEqualTo(2);
        assertThat(counts.coherenceMisses()).isEqualTo(8);
        assertThat(counts.invalidations()).isEqualTo(9);
    }

    @Test
    void run_lineOfAnotherForm_isRefusedWithItsNumber() {
        assertThatThrownBy(() -> run(Multiprocessor.mesi(1), "0 10\n3 20\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2 of the trace begins with neither");
        assertThatThrownBy(() -> run(Multiprocessor.mesi(1), "0 10\n\nload 20\n"))
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> run(Multiprocessor.mesi(1), "0x10\n")).hasMessageContaining("line 1");
        assertThatThrownBy(() -> run(Multiprocessor.mesi(1), "0 12345678901234567\n"))
                .hasMessageContaining("1 to 16");
        assertThatThrownBy(() -> run(Multiprocessor.mesi(1), "0 xyz\n")).hasMessageContaining("line 1");
        assertThatThrownBy(() -> run(Multiprocessor.mesi(2), "0 10 2\n"))
                .hasMessageContaining("CPU 2, and the machine has 2");
    }

    /// A line that is lost and comes back takes its old place: it does not push another out.
    @Test
    void run_twoLinesOfATwoWaySetLostAndReadAgain_bothFit() throws IOException {
        Multiprocessor machine = Multiprocessor.mesi(2).with(new CacheSize(2, 2));
        String both = "0 0 0\n0 80 0\n";
        AddressTrace.Counts counts = run(machine, both + "1 0 1\n1 80 1\n" + "0 80 0\n0 0 0\n" + both);
        assertThat(counts.coldMisses()).isEqualTo(4);
        assertThat(counts.coherenceMisses()).isEqualTo(2);
        assertThat(counts.conflictMisses() + counts.capacityMisses()).isZero();
        assertThat(counts.hits()).isEqualTo(2);
    }

    @Test
    void run_sameReferencesInOtherForms_countTheSame() throws IOException {
        Multiprocessor machine = Multiprocessor.moesi(2);
        AddressTrace.Counts din = run(machine, "0 7fff0040\n1 7fff0040 1\n2 400\n0 103f\n0 1040\n0 10\n1 10");
        assertThat(run(machine, "r 7fff0040 4\nw 0x7FFF0040 4 1\ni 400 4\nr 103f 2\nr 10 4\nw 10 4\n"))
                .isEqualTo(din);
        assertThat(run(machine, "==12== Lackey\n L 7fff0040,4\n S 7fff0040,4 1\nI  400,3\n L 103f,2\n\n M 10,4\r\n"))
                .isEqualTo(din);
        assertThat(din.references()).isEqualTo(7);
    }

    /// Over the ends of the reader's buffer, with a comment longer than it.
    @Test
    void run_longTrace_readsEveryLine() throws IOException {
        StringBuilder text = new StringBuilder("0 0 0 " + "x".repeat(200_000) + "\n");
        for (int i = 0; i < 50_000; i++) {
            text.append("1 ")
                    .append(Integer.toHexString(64 * (i % 1000)))
                    .append(" 0 ")
                    .append("c".repeat(i % 7))
                    .append('\n');
        }
        AddressTrace.Counts counts =
                run(Multiprocessor.mesi(1), text.append("2 40").toString());
        assertThat(counts.references()).isEqualTo(50_002);
        assertThat(counts.coldMisses()).isEqualTo(1000);
        assertThat(counts.hits()).isEqualTo(49_002);
    }
}
