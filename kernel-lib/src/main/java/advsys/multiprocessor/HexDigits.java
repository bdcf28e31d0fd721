package advsys.multiprocessor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Reads hexadecimal digits, eight letters at a time where a text has so many left.
///
/// In a word of eight letters each step works on all of them: adding a number to seven bits sets the eighth where a
/// letter is beyond a bound.
///
/// - **Source** L. Lamport, "Multiple byte processing with full-word instructions", CACM 18(8), 1975.
final class HexDigits {
    static final long NONE = -1;

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN); // the first letter lowest
    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long HIGH = EACH << 7;

    private HexDigits() {}

    /// How many letters from `at` on come before the first one that is less than `0`, as blanks, commas and ends of
    /// lines are; 8 when it is none of the first eight, or when so many are not there.
    static int length(byte[] text, int at) {
        if (at + 8 > text.length) {
            return 8;
        }
        long letters = (long) EIGHT.get(text, at);
        long less = (letters - '0' * EACH) & ~letters & HIGH; // the lowest that is set is right
        return Long.numberOfTrailingZeros(less) >> 3;
    }

    /// The value of `length` letters, between 1 and 7; [#NONE] when one of them is no digit.
    static long value(byte[] text, int at, int length) {
        long letters = (long) EIGHT.get(text, at) << (64 - 8 * length); // the others are 0 now, and in front
        long filled = letters | (('0' * EACH) >>> (8 * length));
        long small = filled | 0x20 * EACH;
        long beyond9 = (small + (0x7f - '9') * EACH) & HIGH;
        long fromA = small + (0x80 - 'a') * EACH;
        long beyondF = small + (0x7f - 'f') * EACH;
        if ((filled & HIGH) != 0 || (beyond9 & (~fromA | beyondF)) != 0) {
            return NONE;
        }
        long digits = Long.reverseBytes((filled & 0x0f * EACH) + 9 * (beyond9 >>> 7));
        digits = (digits | (digits >>> 4)) & 0x00ff_00ff_00ff_00ffL;
        digits = (digits | (digits >>> 8)) & 0x0000_ffff_0000_ffffL;
        return (digits | (digits >>> 16)) & 0xffff_ffffL;
    }
}
