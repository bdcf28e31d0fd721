package advsys.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads a host card from Linux's files; elsewhere only what the JVM knows.
final class HostReader {
    /// What the JVM says by itself.
    record Jvm(String os, String osVersion, String architecture, int processors, String name, long memoryBytes) {
        static Jvm here() {
            return new Jvm(
                    System.getProperty("os.name", ""),
                    System.getProperty("os.version", ""),
                    System.getProperty("os.arch", ""),
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("java.vm.name", "") + " " + Runtime.version(),
                    physicalMemory());
        }

        private static long physicalMemory() {
            try {
                return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                                instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize()
                        : 0;
            } catch (LinkageError lacking) { // a JVM without that module, as the agents of a grader are
                return 0;
            }
        }
    }

    private static final String CPUS = "sys/devices/system/cpu";

    private final HostFiles files;
    private final Jvm jvm;

    HostReader(HostFiles files, Jvm jvm) {
        this.files = files;
        this.jvm = jvm;
    }

    HostCard read() {
        ContainerLimits limits = ContainerLimits.of(files);
        List<HostCard.Cache> caches = caches();
        long memory = memory();
        return new HostCard(
                cpu(),
                jvm.architecture,
                jvm.processors,
                shared(CPUS + "/cpu0/topology/thread_siblings_list"),
                caches,
                (int) files.number(CPUS + "/cpu0/cache/index0/coherency_line_size")
                        .orElse(0),
                files.numbered("sys/devices/system/node", "node").size(),
                limits.memoryBytes() > 0 && (memory == 0 || limits.memoryBytes() < memory)
                        ? limits.memoryBytes()
                        : memory,
                (jvm.os + " " + jvm.osVersion).trim(),
                jvm.name,
                limits.words(),
                files.text(CPUS + "/cpu0/cpufreq/scaling_governor").orElse(""),
                hypervisor(),
                "",
                Double.NaN);
    }

    private String cpu() {
        String name = cpuInfo("model name").or(() -> cpuInfo("Processor")).orElse("");
        if (!name.isEmpty()) {
            return name;
        }
        // ARM's cpuinfo has numbers only; a board's device tree has a name, which ends in a zero byte
        return files.text("sys/firmware/devicetree/base/model")
                .map(text -> text.replace("\0", "").trim())
                .or(() -> cpuInfo("CPU part")
                        .map(part -> "implementer " + cpuInfo("CPU implementer").orElse("unknown") + ", part " + part))
                .orElse("");
    }

    private Optional<String> cpuInfo(String key) {
        return files.lines("proc/cpuinfo").stream()
                .filter(line -> line.startsWith(key)
                        && line.substring(key.length()).trim().startsWith(":"))
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .findFirst();
    }

    private List<HostCard.Cache> caches() {
        List<HostCard.Cache> caches = new ArrayList<>();
        for (String index : files.numbered(CPUS + "/cpu0/cache", "index")) {
            OptionalLong level = files.number(index + "/level");
            OptionalLong size = files.number(index + "/size");
            if (level.isPresent() && size.isPresent()) {
                caches.add(new HostCard.Cache(
                        (int) level.getAsLong(),
                        files.text(index + "/type").orElse(""),
                        size.getAsLong(),
                        (int) files.number(index + "/ways_of_associativity").orElse(0),
                        shared(index + "/shared_cpu_list")));
            }
        }
        return List.copyOf(caches);
    }

    /// How many CPUs a list names; 0 when there is none.
    private int shared(String path) {
        return files.text(path).map(list -> HostFiles.cpus(list).size()).orElse(0);
    }

    private long memory() {
        return files.lines("proc/meminfo").stream()
                .filter(line -> line.startsWith("MemTotal:"))
                .map(line -> HostFiles.parse(line.replaceAll("\\D", "")))
                .filter(OptionalLong::isPresent)
                .map(kibibytes -> kibibytes.getAsLong() << 10)
                .findFirst()
                .orElse(jvm.memoryBytes);
    }

    private String hypervisor() {
        Optional<String> xen = files.text("sys/hypervisor/type");
        boolean flag = cpuInfo("flags")
                .map(flags -> (" " + flags + " ").contains(" hypervisor "))
                .orElse(false);
        String vendor = files.text("sys/class/dmi/id/sys_vendor").orElse("");
        String product = files.text("sys/class/dmi/id/product_name").orElse("");
        String machine = (vendor + " " + product).trim();
        boolean known = machine.matches("(?i).*(qemu|kvm|vmware|virtual|xen|amazon ec2|google compute|firecracker).*");
        if (known) {
            return machine;
        }
        return xen.orElse(flag ? "a virtual machine" : "");
    }
}
