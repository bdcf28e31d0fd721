package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostReaderTest {
    private static final String CPU0 = "sys/devices/system/cpu/cpu0/";

    @TempDir
    private Path root;

    private void file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text + "\n");
    }

    private HostCard card(String os, String architecture) {
        return new HostReader(
                        new HostFiles(root),
                        new HostReader.Jvm(os, "6.18", architecture, 4, "OpenJDK 64-Bit Server VM 25", 8L << 30))
                .read();
    }

    private void cache(int index, int level, String type, String size, String shared) throws IOException {
        String folder = CPU0 + "cache/index" + index + "/";
        file(folder + "level", "" + level);
        file(folder + "type", type);
        file(folder + "size", size);
        file(folder + "ways_of_associativity", "12");
        file(folder + "shared_cpu_list", shared);
        file(folder + "coherency_line_size", "64");
    }

    @Test
    void read_linuxServer_hasCachesSmtAndNodes() throws IOException {
        file("proc/cpuinfo", "processor\t: 0\nmodel name\t: AMD EPYC 9374F\nmodel name\t: second\nflags\t\t: fpu sse2");
        file("proc/meminfo", "MemTotal:       24683108 kB\nMemFree: 1 kB");
        file(CPU0 + "topology/thread_siblings_list", "0,32");
        file(CPU0 + "cpufreq/scaling_governor", "performance");
        cache(0, 1, "Data", "48K", "0,32");
        cache(1, 1, "Instruction", "32K", "0,32");
        cache(2, 2, "Unified", "1024K", "0,32");
        cache(3, 3, "Unified", "32M", "0-7,32-39");
        Files.createDirectories(root.resolve("sys/devices/system/node/node0"));
        Files.createDirectories(root.resolve("sys/devices/system/node/node1"));
        HostCard card = card("Linux", "amd64");
        assertThat(card.cpu()).isEqualTo("AMD EPYC 9374F");
        assertThat(card.cores()).isEqualTo(4);
        assertThat(card.threadsPerCore()).isEqualTo(2);
        assertThat(card.caches())
                .containsExactly(
                        new HostCard.Cache(1, "Data", 48 << 10, 12, 2),
                        new HostCard.Cache(1, "Instruction", 32 << 10, 12, 2),
                        new HostCard.Cache(2, "Unified", 1 << 20, 12, 2),
                        new HostCard.Cache(3, "Unified", 32 << 20, 12, 16));
        assertThat(card.lineBytes()).isEqualTo(64);
        assertThat(card.numaNodes()).isEqualTo(2);
        assertThat(card.memoryBytes()).isEqualTo(24683108L << 10);
        assertThat(card.kernel()).isEqualTo("Linux 6.18");
        assertThat(card.governor()).isEqualTo("performance");
        assertThat(card.hypervisor()).isEmpty();
        assertThat(card.container()).isEmpty();
        assertThat(card.busy()).isNaN();
    }

    @Test
    void read_mac_hasWhatTheJvmKnows() {
        HostCard card = card("Mac OS X", "aarch64");
        assertThat(card.cpu()).isEmpty();
        assertThat(card.architecture()).isEqualTo("aarch64");
        assertThat(card.cores()).isEqualTo(4);
        assertThat(card.threadsPerCore()).isZero();
        assertThat(card.caches()).isEmpty();
        assertThat(card.lineBytes()).isZero();
        assertThat(card.memoryBytes()).isEqualTo(8L << 30);
        assertThat(card.kernel()).isEqualTo("Mac OS X 6.18");
        assertThat(card.jdk()).contains("25");
    }

    @Test
    void read_armBoard_isNamedByItsDeviceTree() throws IOException {
        file("proc/cpuinfo", "processor\t: 0\nBogoMIPS\t: 108.00\nCPU implementer\t: 0x41\nCPU part\t: 0xd0b");
        file("sys/firmware/devicetree/base/model", "Raspberry Pi 5 Model B Rev 1.0\0");
        assertThat(card("Linux", "aarch64").cpu()).isEqualTo("Raspberry Pi 5 Model B Rev 1.0");
        Files.delete(root.resolve("sys/firmware/devicetree/base/model"));
        assertThat(card("Linux", "aarch64").cpu()).isEqualTo("implementer 0x41, part 0xd0b");
    }

    @Test
    void read_containerOfVersion2_saysItsLimits() throws IOException {
        file("proc/meminfo", "MemTotal: 24683108 kB");
        file("proc/self/cgroup", "0::/");
        file("sys/fs/cgroup/cpu.max", "150000 100000");
        file("sys/fs/cgroup/memory.max", "2147483648");
        file(".dockerenv", "x");
        HostCard card = card("Linux", "amd64");
        assertThat(card.container()).isEqualTo("Docker, 1.50 CPUs, 2.00 GiB");
        assertThat(card.memoryBytes()).isEqualTo(2L << 30);
    }

    @Test
    void read_nestedGroupsOfVersion2_takesTheTightest() throws IOException {
        file("proc/self/cgroup", "0::/user.slice/session/lab");
        file("sys/fs/cgroup/user.slice/cpu.max", "200000 100000");
        file("sys/fs/cgroup/user.slice/session/cpu.max", "max 100000");
        file("sys/fs/cgroup/user.slice/session/lab/cpu.max", "400000 100000");
        file("sys/fs/cgroup/user.slice/session/lab/memory.max", "max");
        assertThat(card("Linux", "amd64").container()).isEqualTo("2.00 CPUs");
    }

    @Test
    void read_containerOfVersion1_saysItsLimits() throws IOException {
        file("proc/self/cgroup", "4:memory:/docker/abc\n2:cpu,cpuacct:/docker/abc\n1:name=systemd:/x\nnonsense");
        file("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "50000"); // the container sees its own group as the root
        file("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000");
        file("sys/fs/cgroup/memory/docker/abc/memory.limit_in_bytes", "536870912");
        file("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712"); // none
        assertThat(card("Linux", "amd64").container()).isEqualTo("0.500 CPUs, 0.500 GiB");
    }

    @Test
    void read_unlimitedVersion1_saysNothing() throws IOException {
        file("proc/self/cgroup", "2:cpu:/");
        file("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1");
        file("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000");
        assertThat(card("Linux", "amd64").container()).isEmpty();
    }

    @Test
    void read_virtualMachine_namesTheHypervisor() throws IOException {
        file("proc/cpuinfo", "model name : x\nflags : fpu hypervisor sse2");
        assertThat(card("Linux", "amd64").hypervisor()).isEqualTo("a virtual machine");
        file("sys/class/dmi/id/sys_vendor", "QEMU");
        file("sys/class/dmi/id/product_name", "Standard PC (Q35 + ICH9, 2009)");
        assertThat(card("Linux", "amd64").hypervisor()).isEqualTo("QEMU Standard PC (Q35 + ICH9, 2009)");
    }

    @Test
    void read_nonsenseInEveryFile_isNeverAnError() throws IOException {
        for (String path : List.of(
                "proc/cpuinfo",
                "proc/meminfo",
                "proc/self/cgroup",
                "sys/fs/cgroup/cpu.max",
                "sys/fs/cgroup/memory.max",
                CPU0 + "topology/thread_siblings_list",
                CPU0 + "cache/index0/level",
                CPU0 + "cache/index0/size",
                CPU0 + "cache/index0/coherency_line_size")) {
            file(path, ":: ?? 99999999999999999999 -3 9-\u0000");
        }
        Files.createDirectories(root.resolve(CPU0 + "cache/index1/level")); // a folder where a file should be
        HostCard card = card("Linux", "riscv64");
        assertThat(card.caches()).isEmpty();
        assertThat(card.memoryBytes()).isEqualTo(8L << 30);
    }

    @Test
    void here_onThisHost_knowsAtLeastTheJvm() {
        HostCard card = HostCard.here();
        assertThat(card.cores()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(card.jdk()).isNotEmpty();
        assertThat(card.busy())
                .satisfiesAnyOf(
                        busy -> assertThat(busy).isNaN(),
                        busy -> assertThat(busy).isBetween(0.0, 1.0));
    }

    @Test
    void spread_siblings_comeAfterTheCores() throws IOException {
        for (int cpu = 0; cpu < 4; cpu++) {
            file("sys/devices/system/cpu/cpu" + cpu + "/topology/thread_siblings_list", cpu < 2 ? "0-1" : "2-3");
        }
        assertThat(Cores.spread(List.of(0, 1, 2, 3), new HostFiles(root))).containsExactly(0, 2, 1, 3);
        assertThat(Cores.spread(List.of(5, 7), new HostFiles(root))).containsExactly(5, 7);
    }

    @Test
    void cpus_list_isReadAsTheKernelWritesIt() {
        assertThat(HostFiles.cpus(" 0-3,8")).containsExactly(0, 1, 2, 3, 8);
        assertThat(HostFiles.cpus("5")).containsExactly(5);
        assertThat(HostFiles.cpus("")).isEmpty();
        assertThat(HostFiles.cpus("a-b")).isEmpty();
        assertThat(HostFiles.cpus("0-99999999")).isEmpty();
    }
}
