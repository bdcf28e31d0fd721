package advsys.multiprocessor;

import java.util.ArrayList;
import java.util.List;

/// A CPU's copy of the line that a step was about.
///
/// @param timeCycles the CPU's clock
record CacheRow(String cpu, String line, String state, long timeCycles) {
    static List<CacheRow> of(MemoryLine line, SharedMemory memory, Cpu[] cpus) {
        List<CacheRow> rows = new ArrayList<>();
        for (Cpu cpu : cpus) {
            rows.add(new CacheRow(cpu.name(), "line " + line.number, memory.state(line, cpu), cpu.time));
        }
        return rows;
    }
}
