package advsys.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Padding is asserted on the offsets that this JVM really uses, not hoped for. An object may begin anywhere,
/// so a field is alone on its pair of lines when nothing foreign is nearer than a pair is long.
class LayoutTest {
    private static final long PAIR = 128;

    static Stream<Arguments> hotFields() {
        return Stream.of(
                Arguments.of(PaddedBoolean.class, PaddedBoolean.class.getSuperclass()),
                Arguments.of(PaddedReference.class, PaddedReference.class.getSuperclass()),
                Arguments.of(PaddedInteger.class, PaddedInteger.class.getSuperclass()),
                Arguments.of(ClhLock.Node.class, ClhLock.Node.class.getSuperclass()),
                Arguments.of(SharedCount.class, SharedCount.class.getSuperclass()),
                Arguments.of(McsLock.Node.class, McsLock.Node.class.getSuperclass()));
    }

    @ParameterizedTest
    @MethodSource("hotFields")
    void paddedFields_areAloneOnTheirPairOfLines(Class<?> type, Class<?> owner) {
        Layout layout = Layout.of(type);
        assertThat(layout.fields())
                .as("superclasses' fields are seen")
                .anyMatch(f -> f.field().getDeclaringClass() == owner);
        assertThat(layout.isMixed(owner)).as("hot fields together").isFalse();
        assertThat(layout.paddingBefore(owner)).as("bytes before, %s", layout).isGreaterThanOrEqualTo(PAIR);
        assertThat(layout.paddingAfter(owner)).as("bytes after, %s", layout).isGreaterThanOrEqualTo(PAIR);
    }

    /// A lock's own object holds nothing that changes: what changes lies in padded objects.
    @ParameterizedTest
    @ValueSource(
            classes = {
                ArrayLock.class,
                BackoffLock.class,
                CasLock.class,
                ClhLock.class,
                McsLock.class,
                TasLock.class,
                TicketLock.class,
                TtasLock.class
            })
    void lock_itself_neverChanges(Class<?> lock) {
        assertThat(Layout.of(lock).fields())
                .isNotEmpty()
                .allMatch(f -> Modifier.isFinal(f.field().getModifiers()));
    }

    /// The flags of the ring are not fields: their places are found by watching which of them say GO in turn.
    @Test
    void arrayLock_flags_haveAPairOfLinesEach() throws ReflectiveOperationException {
        ArrayLock lock = new ArrayLock(4);
        Field field = ArrayLock.class.getDeclaredField("ring");
        field.setAccessible(true);
        int[] ring = (int[]) field.get(lock);
        TreeSet<Long> starts = new TreeSet<>();
        for (int visit = 0; visit < 4; visit++) {
            for (int i = 0; i < ring.length; i++) {
                if (ring[i] != 0) {
                    starts.add((long) Integer.BYTES * i);
                }
            }
            lock.lock();
            lock.unlock();
        }
        assertThat(starts).hasSize(4);
        assertThat(starts.first()).as("bytes before the first").isGreaterThanOrEqualTo(PAIR);
        assertThat(starts)
                .allSatisfy(start -> assertThat((long) Integer.BYTES * ring.length - start)
                        .as("bytes from flag to end")
                        .isGreaterThanOrEqualTo(PAIR));
        assertThat(starts.tailSet(starts.first(), false))
                .allSatisfy(start -> assertThat(start - starts.lower(start)).isGreaterThanOrEqualTo(PAIR));
    }

    /// The two that [WordAndData] compares: nothing may be laid out between word and data but what is meant.
    @Test
    void guardedData_besideAndApart_lieAsTheirNamesSay() {
        assertThat(fromWordToData(DataBesideWord.class)).isEqualTo(4);
        assertThat(fromWordToData(DataApart.class)).isGreaterThanOrEqualTo(PAIR);
    }

    private static long fromWordToData(Class<?> type) {
        return start(type, "d0") - start(type, "held");
    }

    private static long start(Class<?> type, String name) {
        return Layout.of(type).fields().stream()
                .filter(each -> each.field().getName().equals(name))
                .findFirst()
                .orElseThrow()
                .start();
    }

    /// The test can fail: a word with a neighbour, and a word with padding on one side only.
    @Test
    void unpaddedFields_areFoundOut() {
        Layout unpadded = Layout.of(Unpadded.class);
        assertThat(unpadded.paddingBefore(Unpadded.class)).isLessThan(PAIR);
        assertThat(unpadded.paddingAfter(Unpadded.class)).isLessThan(PAIR);
        Layout oneSided = Layout.of(OneSided.class);
        assertThat(oneSided.paddingBefore(OneSided.class)).isGreaterThanOrEqualTo(PAIR);
        assertThat(oneSided.paddingAfter(OneSided.class)).isLessThan(PAIR);
    }

    /// Why [LinePadding] counts in ints: in front of longs a header of 12 bytes leaves a hole, and HotSpot puts
    /// the subclass's word there, before all the padding.
    @Test
    void wordBehindLongs_slipsInFrontOfThem() {
        Layout layout = Layout.of(BehindLongs.class);
        long header = layout.fields().getFirst().start();
        assumeTrue(header % 8 == 4, "this JVM's object headers leave no hole (" + header + " bytes): nothing to show");
        assertThat(layout.paddingBefore(BehindLongs.class)).isLessThan(PAIR);
    }

    @SuppressWarnings("unused") // looked at, not used
    private static class Unpadded {
        volatile boolean held;
        volatile int data;
    }

    @SuppressWarnings("unused")
    private static class OneSided extends LinePadding {
        volatile boolean held;
    }

    @SuppressWarnings("unused")
    private static class Longs {
        long a000, a008, a016, a024, a032, a040, a048, a056, a064, a072, a080, a088, a096, a104, a112, a120;
    }

    @SuppressWarnings("unused")
    private static class BehindLongs extends Longs {
        volatile boolean held;
    }
}
