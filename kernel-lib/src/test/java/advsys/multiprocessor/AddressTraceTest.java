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
        assertThatThrownBy(() -> run(Multiprocessor.mesi(1), "0 xyz\n")).hasMessageContaining("line 1");
        assertThatThrownBy(() -> run(Multiprocessor.mesi(2), "0 10 2\n"))
                .hasMessageContaining("CPU 2, and the machine has 2");
    }
}
