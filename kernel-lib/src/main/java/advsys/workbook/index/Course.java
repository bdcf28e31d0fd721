package advsys.workbook.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The mechanisms of the course, in its order: a chapter ("03 locks") and a name ("MCS lock") a line.
///
/// - **Errors** [IOException] names the line that is damaged, and a name that stands twice.
record Course(List<Entry> entries) {
    record Entry(String chapter, String mechanism) {}

    private static final String HEAD = "chapter\tmechanism";
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("01 threads", "Threads"),
            Map.entry("02 coherence", "Cache coherence"),
            Map.entry("03 locks", "Locks"),
            Map.entry("04 lockfree", "Lock-free structures, transactional memory"),
            Map.entry("05 forwarding", "Forwarding and shortest paths"),
            Map.entry("06 igp", "Routing within a network"),
            Map.entry("07 bgp", "Routing between networks: BGP"),
            Map.entry("08 bgp-anomalies", "Anomalies of BGP"),
            Map.entry("09 p2p", "Peer to peer"),
            Map.entry("10 dsvm", "Distributed shared virtual memory"),
            Map.entry("11 persistence", "Persistence"),
            Map.entry("12 capability", "Capabilities"),
            Map.entry("13 microkernel", "Microkernels"),
            Map.entry("14 vmm", "Virtual machines"),
            Map.entry("15 extension", "Extensible systems"),
            Map.entry("16 database", "Databases"),
            Map.entry("17 netfs", "Network file systems"),
            Map.entry("18 archive", "Archives and clusters of disks"));

    static Course read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().equals(HEAD)) {
            throw new IOException(file + " does not begin with \"chapter<tab>mechanism\": restore it with git");
        }
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] parts = lines.get(i).split("\t", -1);
            if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank() || !names.add(parts[1])) {
                throw new IOException(file + ", line " + (i + 1) + " is damaged or names a mechanism twice: \""
                        + lines.get(i) + "\"");
            }
            entries.add(new Entry(parts[0], parts[1]));
        }
        return new Course(List.copyOf(entries));
    }

    /// "3 Locks" for "03 locks".
    static String title(String chapter) {
        String number = chapter.substring(0, chapter.indexOf(' ')).replaceFirst("^0", "");
        return number + " " + TITLES.getOrDefault(chapter, chapter.substring(chapter.indexOf(' ') + 1));
    }
}
