package advsys.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// What a container leaves to its processes: control groups, version 1 and 2, from the process's own group up to the
/// root; the least counts.
///
/// @param cpus 0 when not limited
/// @param memoryBytes 0 when not limited
/// @param engine "Docker", "Podman" or ""
record ContainerLimits(double cpus, long memoryBytes, String engine) {
    private static final String ROOT = "sys/fs/cgroup";
    private static final long NO_LIMIT = 1L << 60; // version 1 says a number near 2^63

    static ContainerLimits of(HostFiles files) {
        double cpus = 0;
        long memory = 0;
        for (String line : files.lines("proc/self/cgroup")) { // number:controllers:/path; version 2 is 0::/path
            String[] parts = line.split(":", 3);
            if (parts.length < 3) {
                continue;
            }
            for (String folder : upwards(parts[1], parts[2])) {
                cpus = least(cpus, cpus(files, folder));
                memory = (long) least((double) memory, memory(files, folder));
            }
        }
        String engine = files.exists(".dockerenv") ? "Docker" : files.exists("run/.containerenv") ? "Podman" : "";
        return new ContainerLimits(cpus, memory, engine);
    }

    /// The folders of a group and those above it. Within a container the path may be the host's, and then does not
    /// exist; its own group is the root of what it sees.
    private static List<String> upwards(String controllers, String path) {
        List<String> folders = new ArrayList<>();
        List<String> mounts = new ArrayList<>(List.of(ROOT));
        if (!controllers.isEmpty()) {
            mounts.add(ROOT + "/" + controllers);
            for (String controller : controllers.split(",", -1)) {
                mounts.add(ROOT + "/" + controller);
            }
        }
        for (String mount : mounts) {
            for (String rest = path; ; rest = rest.substring(0, rest.lastIndexOf('/'))) {
                folders.add(mount + (rest.equals("/") ? "" : rest));
                if (rest.lastIndexOf('/') < 0 || rest.equals("/")) {
                    break;
                }
            }
        }
        return folders;
    }

    private static double cpus(HostFiles files, String folder) {
        String[] max = files.text(folder + "/cpu.max").orElse("").split(" ", -1);
        OptionalLong quota = max.length == 2 ? HostFiles.parse(max[0]) : files.number(folder + "/cpu.cfs_quota_us");
        OptionalLong period = max.length == 2 ? HostFiles.parse(max[1]) : files.number(folder + "/cpu.cfs_period_us");
        boolean limited = quota.isPresent() && period.isPresent() && quota.getAsLong() > 0 && period.getAsLong() > 0;
        return limited ? (double) quota.getAsLong() / period.getAsLong() : 0;
    }

    private static double memory(HostFiles files, String folder) {
        OptionalLong bytes = files.number(folder + "/memory.max");
        if (bytes.isEmpty()) {
            bytes = files.number(folder + "/memory.limit_in_bytes");
        }
        return bytes.isPresent() && bytes.getAsLong() < NO_LIMIT ? (double) bytes.getAsLong() : 0;
    }

    /// The lesser of two limits, of which 0 is none.
    private static double least(double one, double other) {
        return one == 0 ? other : other == 0 ? one : Math.min(one, other);
    }

    /// "Docker, 1.5 CPUs, 2.0 GiB"; "" when nothing is limited.
    String words() {
        List<String> words = new ArrayList<>();
        if (!engine.isEmpty()) {
            words.add(engine);
        }
        if (cpus > 0) {
            words.add(String.format(Locale.ROOT, "%.3g CPUs", cpus));
        }
        if (memoryBytes > 0) {
            words.add(String.format(Locale.ROOT, "%.3g GiB", memoryBytes / (double) (1L << 30)));
        }
        return String.join(", ", words);
    }
}
