package advsys.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The CPUs that this process may use, ordered so that the first n are on n different cores where there are as many:
/// two hardware threads of one core share what is being measured.
final class Cores {
    private Cores() {}

    /// Empty where nothing can be pinned.
    static List<Integer> first(HostFiles files) {
        List<Integer> ordered = spread(Affinity.allowed(files), files);
        int usable = Math.max(1, Runtime.getRuntime().availableProcessors()); // a container's share may be less
        return ordered.subList(0, Math.min(ordered.size(), usable));
    }

    static List<Integer> spread(List<Integer> cpus, HostFiles files) {
        Map<String, Integer> takenOfCore = new HashMap<>();
        Map<Integer, List<Integer>> byTurn = new TreeMap<>();
        for (int cpu : cpus) {
            String core = files.text("sys/devices/system/cpu/cpu" + cpu + "/topology/thread_siblings_list")
                    .orElse("cpu" + cpu);
            int turn = takenOfCore.merge(core, 1, Integer::sum);
            byTurn.computeIfAbsent(turn, t -> new ArrayList<>()).add(cpu);
        }
        return byTurn.values().stream().flatMap(List::stream).toList();
    }
}
