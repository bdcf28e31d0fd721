package advsys.multiprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.multiprocessor.protocol.Copies;
import advsys.multiprocessor.protocol.Directory;
import advsys.multiprocessor.protocol.Effects;
import advsys.multiprocessor.protocol.Event;
import advsys.multiprocessor.protocol.Protocol;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Layout, caches and hops, without programs.
class MemoryTest {
    @SuppressWarnings("unused")
    static class Above {
        byte small;
        long large;
    }

    @SuppressWarnings("unused")
    static final class Below extends Above {
        int four;
        Object reference;
        boolean flag;
    }

    @Test
    void offset_fields_lieAsHotSpotLaysThem() {
        Layouts layouts = new Layouts();
        assertThat(layouts.offset(Below.class, "small")).isEqualTo(12); // in the hole before the long
        assertThat(layouts.offset(Below.class, "large")).isEqualTo(16);
        assertThat(layouts.offset(Below.class, "four")).isEqualTo(24);
        assertThat(layouts.offset(Below.class, "reference")).isEqualTo(28);
        assertThat(layouts.offset(Below.class, "flag")).isEqualTo(32);
        assertThat(Layouts.element(long[].class, 3)).isEqualTo(16 + 24);
        assertThat(layouts.size(new int[100])).isEqualTo(416);
    }

    @Test
    void line_smallObjectsOfOneCpu_shareLines_thoseOfTwoDoNot() {
        AtomicInteger lines = new AtomicInteger();
        Memory memory = new Memory(4, 2, new Layouts(), home -> lines.getAndIncrement());
        Object first = new Object();
        Object second = new Object();
        Object others = new Object();
        assertThat(memory.line(first, 0, 0)).isSameAs(memory.line(second, 0, 0));
        assertThat(memory.line(others, 0, 3)).isNotSameAs(memory.line(first, 0, 0));
        assertThat(memory.line(others, 0, 3).home).isEqualTo(1);
        int[] array = new int[64];
        assertThat(memory.line(array, Layouts.element(int[].class, 0), 0))
                .isNotSameAs(memory.line(array, Layouts.element(int[].class, 16), 0));
    }

    /// Two CPUs of a node, homes on the node of CPUs 0 and 1.
    private static final class Hops {
        private final Copies copies;
        private final int line;
        private final Effects effects = new Effects();

        Hops(Protocol protocol) {
            copies = Copies.of(protocol, 6, false, (of, controller) -> controller == 6 ? 0 : controller / 2);
            line = copies.add();
        }

        int load(int cpu) {
            copies.access(line, cpu, Event.LOAD, effects);
            return effects.hops();
        }

        int store(int cpu) {
            copies.access(line, cpu, Event.STORE, effects);
            return effects.hops();
        }
    }

    @Test
    void access_everyClassOfMiss_takesItsHops() {
        Hops hops = new Hops(Directory.protocol());
        assertThat(hops.load(0)).as("clean, at home").isZero();
        assertThat(hops.load(2)).as("clean, at another node's home").isEqualTo(2);
        assertThat(hops.store(4))
                .as("invalidations to two sharers, whose acknowledgements come straight")
                .isEqualTo(3);
        assertThat(hops.load(2)).as("dirty in a third node").isEqualTo(3);
        assertThat(hops.store(4)).isEqualTo(3);
        assertThat(hops.load(0))
                .as("dirty elsewhere, asked from the home's own node")
                .isEqualTo(2);
        assertThat(hops.store(1))
                .as("asked from home; the sharers are in other nodes")
                .isEqualTo(2);
        assertThat(hops.load(3)).as("dirty at home").isEqualTo(2);
    }

    @Test
    void access_throughHome_takesFourHopsForADirtyLine() {
        Hops hops = new Hops(Directory.throughHome());
        assertThat(hops.store(4)).isEqualTo(2);
        assertThat(hops.load(2)).as("dirty in a third node").isEqualTo(4);
        assertThat(hops.store(4)).as("clean again, one other sharer").isEqualTo(3);
        assertThat(hops.load(0))
                .as("dirty elsewhere, asked from the home's own node")
                .isEqualTo(2);
    }
}
