package advsys.workbook.grading.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The system calls that an agent may not make, as a program for the kernel's filter (seccomp, classic
/// BPF).
///
/// A process has what a JVM needs and no more: it starts threads, but no process; it opens sockets of its
/// own machine and of the (empty) internet only; it neither traces, mounts, loads nor configures anything.
///
/// An instruction has eight bytes:
///
/// ```
/// code (2) | jump if true (1) | jump if false (1) | operand (4)
/// ```
///
/// - **Source** `seccomp(2)` and `bpf(2)` of the Linux manual pages; the numbers are those of
///   `asm/unistd_64.h` and `asm-generic/unistd.h`.
final class Filter {
    private static final int LOAD = 0x20; // BPF_LD | BPF_W | BPF_ABS
    private static final int EQUAL = 0x15; // BPF_JMP | BPF_JEQ | BPF_K
    private static final int AT_LEAST = 0x35; // BPF_JMP | BPF_JGE | BPF_K
    private static final int ANY_BIT = 0x45; // BPF_JMP | BPF_JSET | BPF_K
    private static final int RETURN = 0x06; // BPF_RET | BPF_K

    static final int ALLOW = 0x7fff0000;
    static final int KILL = 0x80000000;
    static final int REFUSE = 0x00050001; // EPERM
    static final int UNKNOWN =
            0x00050026; // ENOSYS: then the C library starts a thread by clone, whose flags can be seen

    private static final int NUMBER = 0; // where the kernel puts it, in bytes
    private static final int ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;
    private static final int THREAD = 0x10000; // CLONE_THREAD
    private static final int OTHER_ABI = 0x40000000; // x32, whose calls have other numbers

    /// What is refused: name, number on x86-64, number on 64-bit ARM; -1 where there is no such call.
    private static final String REFUSED = """
            fork 57 -1, vfork 58 -1, execveat 322 281, ptrace 101 117, process_vm_readv 310 270,
            process_vm_writev 311 271, pidfd_getfd 438 438, kcmp 312 272, process_madvise 440 440,
            bpf 321 280, perf_event_open 298 241, userfaultfd 323 282,
            io_uring_setup 425 425, io_uring_enter 426 426, io_uring_register 427 427,
            keyctl 250 219, add_key 248 217, request_key 249 218,
            mount 165 40, umount2 166 39, pivot_root 155 41, chroot 161 51, unshare 272 97, setns 308 268,
            open_tree 428 428, move_mount 429 429, fsopen 430 430, fsconfig 431 431, fsmount 432 432, fspick 433 433,
            mount_setattr 442 442, name_to_handle_at 303 264, open_by_handle_at 304 265,
            kexec_load 246 104, kexec_file_load 320 294, init_module 175 105, finit_module 313 273,
            delete_module 176 106, reboot 169 142, swapon 167 224, swapoff 168 225, acct 163 89, quotactl 179 60,
            syslog 103 116, sethostname 170 161, setdomainname 171 162, settimeofday 164 170, clock_settime 227 112,
            adjtimex 159 171, clock_adjtime 305 266, personality 135 92, iopl 172 -1, ioperm 173 -1,
            modify_ldt 154 -1, vhangup 153 58""";

    /// What differs between processors.
    ///
    /// @param audit the kernel's name of the architecture
    record Processor(int column, int audit, int startThread, int socket) {
        static final Processor X86 = new Processor(1, 0xC000003E, 56, 41);
        static final Processor ARM = new Processor(2, 0xC00000B7, 220, 198);

        /// The one of this host; empty when there is no table for it.
        static Optional<Processor> here() {
            return switch (System.getProperty("os.arch", "")) {
                case "amd64", "x86_64" -> Optional.of(X86);
                case "aarch64" -> Optional.of(ARM);
                default -> Optional.empty();
            };
        }
    }

    private static final int CLONE3 = 435; // everywhere
    private static final List<Integer> FAMILIES = List.of(1, 2, 10); // Unix, IPv4, IPv6

    private final ByteBuffer program = ByteBuffer.allocate(8 * 256).order(ByteOrder.nativeOrder());

    private Filter() {}

    /// The program for `processor`.
    static byte[] program(Processor processor) {
        Filter filter = new Filter();
        filter.add(LOAD, 0, 0, ARCHITECTURE);
        filter.add(EQUAL, 1, 0, processor.audit());
        filter.add(RETURN, 0, 0, KILL);
        filter.add(LOAD, 0, 0, NUMBER);
        if (processor.equals(Processor.X86)) {
            filter.when(AT_LEAST, OTHER_ABI, KILL);
        }
        refused(processor).forEach(number -> filter.when(EQUAL, number, REFUSE));
        filter.when(EQUAL, CLONE3, UNKNOWN);
        filter.add(EQUAL, 0, 4, processor.startThread()); // not clone: past these four
        filter.add(LOAD, 0, 0, FIRST_ARGUMENT);
        filter.add(ANY_BIT, 0, 1, THREAD);
        filter.add(RETURN, 0, 0, ALLOW);
        filter.add(RETURN, 0, 0, REFUSE);
        filter.add(EQUAL, 0, 2 + 2 * FAMILIES.size(), processor.socket()); // not socket: past these
        filter.add(LOAD, 0, 0, FIRST_ARGUMENT);
        FAMILIES.forEach(family -> filter.when(EQUAL, family, ALLOW));
        filter.add(RETURN, 0, 0, REFUSE);
        filter.add(RETURN, 0, 0, ALLOW);
        byte[] bytes = new byte[filter.program.position()];
        filter.program.flip().get(bytes);
        return bytes;
    }

    /// The numbers of the calls that are refused whatever their arguments.
    static List<Integer> refused(Processor processor) {
        List<Integer> numbers = new ArrayList<>();
        for (String line : REFUSED.split(",\\s+", -1)) {
            int number = Integer.parseInt(line.split(" ", -1)[processor.column()]);
            if (number >= 0) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private void when(int test, int operand, int result) {
        add(test, 0, 1, operand);
        add(RETURN, 0, 0, result);
    }

    private void add(int code, int ifTrue, int ifFalse, int operand) {
        program.putShort((short) code).put((byte) ifTrue).put((byte) ifFalse).putInt(operand);
    }
}
