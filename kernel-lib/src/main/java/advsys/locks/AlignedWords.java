package advsys.locks;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/// Words at known distances from the beginning of a cache line, outside the heap: an object's fields may fall on
/// either side of a line's end, by luck, and another run may have other luck.
///
/// Offsets are in bytes, multiples of four.
final class AlignedWords {
    private static final VarHandle WORD = ValueLayout.JAVA_INT.varHandle();
    private static final long PAIR = 128; // two lines: some processors fetch them in pairs

    private final MemorySegment memory;

    /// Zeros at the offsets from 0 to `lastOffset`.
    ///
    /// @throws IllegalArgumentException if `lastOffset` is negative or no multiple of four
    AlignedWords(long lastOffset) {
        if (lastOffset < 0 || lastOffset % 4 != 0) {
            throw new IllegalArgumentException(
                    "a word " + lastOffset + " bytes on: give 0 or more, a multiple of the 4 bytes of a word");
        }
        memory = Arena.ofAuto().allocate(lastOffset / PAIR * PAIR + PAIR, PAIR);
    }

    int getAcquire(long offset) {
        return (int) WORD.getAcquire(memory, offset);
    }

    void setRelease(long offset, int value) {
        WORD.setRelease(memory, offset, value);
    }

    /// Reads and adds in two steps, each of which happens, in no order with anything else: for one writer.
    void addOpaque(long offset, int more) {
        WORD.setOpaque(memory, offset, (int) WORD.getOpaque(memory, offset) + more);
    }

    int getAndSet(long offset, int value) {
        return (int) WORD.getAndSet(memory, offset, value);
    }

    boolean compareAndSet(long offset, int expected, int value) {
        return WORD.compareAndSet(memory, offset, expected, value);
    }
}
