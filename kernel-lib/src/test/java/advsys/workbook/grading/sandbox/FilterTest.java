package advsys.workbook.grading.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The filter's program, run by an interpreter of the few instructions that it has.
class FilterTest {
    private static final int SECCOMP_DATA = 64; // bytes: number, architecture, instruction pointer, six arguments
    private static final long THREAD = 0x3d0f00; // what the C library starts a thread with
    private static final long FORK = 0x1200011;

    private enum Host {
        X86(Filter.Processor.X86, 0, 1, 59, 202),
        ARM(Filter.Processor.ARM, 63, 64, 221, 98);

        private final Filter.Processor processor;
        private final List<Integer> needed; // read, write, execve, futex

        Host(Filter.Processor processor, Integer... needed) {
            this.processor = processor;
            this.needed = List.of(needed);
        }

        int run(int number, long first) {
            return run(processor.audit(), number, first);
        }

        int run(int architecture, int number, long first) {
            ByteBuffer data = ByteBuffer.allocate(SECCOMP_DATA)
                    .order(ByteOrder.nativeOrder())
                    .putInt(number)
                    .putInt(architecture)
                    .putLong(0)
                    .putLong(first);
            ByteBuffer program = ByteBuffer.wrap(Filter.program(processor)).order(ByteOrder.nativeOrder());
            int loaded = 0;
            for (int at = 0; ; at++) {
                int code = program.getShort(8 * at);
                int operand = program.getInt(8 * at + 4);
                boolean holds;
                switch (code) {
                    case 0x20 -> {
                        loaded = data.getInt(operand);
                        continue;
                    }
                    case 0x06 -> {
                        return operand;
                    }
                    case 0x15 -> holds = loaded == operand;
                    case 0x35 -> holds = Integer.compareUnsigned(loaded, operand) >= 0;
                    case 0x45 -> holds = (loaded & operand) != 0;
                    default -> throw new IllegalStateException("no such instruction: " + code);
                }
                at += Byte.toUnsignedInt(program.get(8 * at + (holds ? 2 : 3)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void call_thatAJvmNeeds_isAllowed(Host host) {
        host.needed.forEach(number -> assertThat(host.run(number, 0)).isEqualTo(Filter.ALLOW));
    }

    @ParameterizedTest
    @EnumSource
    void call_ofTheTable_isRefused(Host host) {
        assertThat(Filter.refused(host.processor)).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        Filter.refused(host.processor)
                .forEach(number -> assertThat(host.run(number, 0)).isEqualTo(Filter.REFUSE));
    }

    @ParameterizedTest
    @EnumSource
    void clone_forAThread_isAllowedAndForAProcessRefused(Host host) {
        int clone = host.processor.startThread();
        assertThat(host.run(clone, THREAD)).isEqualTo(Filter.ALLOW);
        assertThat(host.run(clone, FORK)).isEqualTo(Filter.REFUSE);
        assertThat(host.run(435, 0)).isEqualTo(Filter.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void socket_ofAnotherFamilyThanTheInternetsAndUnix_isRefused(Host host) {
        int socket = host.processor.socket();
        for (long family = 0; family < 50; family++) {
            boolean fine = family == 1 || family == 2 || family == 10;
            assertThat(host.run(socket, family)).isEqualTo(fine ? Filter.ALLOW : Filter.REFUSE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void call_ofAnotherArchitecture_kills(Host host) {
        assertThat(host.run(0x40000003, 0, 0)).isEqualTo(Filter.KILL);
    }

    @ParameterizedTest
    @EnumSource(names = "X86")
    void call_ofTheOtherAbi_kills(Host host) {
        assertThat(host.run(0x40000000 | 59, 0)).isEqualTo(Filter.KILL);
    }
}
