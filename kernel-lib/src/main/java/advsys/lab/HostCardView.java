package advsys.lab;

import advsys.lab.show.Html;
import advsys.lab.show.Numbers;
import advsys.lab.show.Plain;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/// A host card: a short table, and one line to stand under results. What could not be found out is left out.
final class HostCardView {
    private static final double QUIET = 0.05; // share of CPU time that others may take unnoticed

    private HostCardView() {}

    static Bundle of(HostCard host) {
        Map<String, String> lines = lines(host);
        StringBuilder text = new StringBuilder();
        StringBuilder html =
                new StringBuilder("<table style=\"border-collapse:collapse;margin:4px 0;text-align:left\">");
        int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
        lines.forEach((name, value) -> {
            text.append(name)
                    .append(" ".repeat(width - name.length() + 2))
                    .append(value)
                    .append('\n');
            html.append("<tr><td style=\"text-align:left;padding:1px 14px 1px 0;opacity:0.8\">")
                    .append(Html.text(name))
                    .append("</td><td style=\"text-align:left;padding:1px 0\">")
                    .append(Html.text(value))
                    .append("</td></tr>");
        });
        return Bundle.html(html.append("</table>").toString(), text.toString());
    }

    private static Map<String, String> lines(HostCard host) {
        Map<String, String> lines = new LinkedHashMap<>();
        put(lines, "processor", join(" · ", host.cpu(), host.architecture()));
        put(lines, "cores", cores(host));
        put(lines, "caches", caches(host));
        put(lines, "NUMA nodes", host.numaNodes() > 1 ? Integer.toString(host.numaNodes()) : "");
        put(lines, "memory", host.memoryBytes() > 0 ? bytes(host.memoryBytes()) : "");
        put(lines, "kernel", host.kernel());
        put(lines, "JDK", host.jdk());
        put(lines, "container", host.container());
        put(lines, "governor", host.governor());
        put(lines, "hypervisor", host.hypervisor());
        put(lines, "measured", host.latencies());
        put(lines, "just now", busy(host));
        return lines;
    }

    private static void put(Map<String, String> lines, String name, String value) {
        if (!value.isBlank()) {
            lines.put(name, Plain.line(value, 160));
        }
    }

    private static String cores(HostCard host) {
        if (host.cores() <= 0) {
            return "";
        }
        String threads = host.threadsPerCore() > 1 ? " (" + host.threadsPerCore() + " threads a core)" : "";
        return host.cores() + threads;
    }

    private static String caches(HostCard host) {
        StringJoiner caches = new StringJoiner(", ");
        for (HostCard.Cache cache : host.caches()) {
            String kind = cache.type().startsWith("D") ? "d" : cache.type().startsWith("I") ? "i" : "";
            String shared = cache.sharedBy() < 2 ? "" : " shared by " + cache.sharedBy();
            caches.add("L" + cache.level() + kind + " " + bytes(cache.bytes()) + shared);
        }
        if (host.lineBytes() > 0) {
            caches.add("line " + host.lineBytes() + " B");
        }
        return caches.toString();
    }

    private static String busy(HostCard host) {
        if (Double.isNaN(host.busy())) {
            return "";
        }
        return host.busy() < QUIET ? "quiet" : "busy: others take " + Math.round(100 * host.busy()) + " % of the time";
    }

    /// "Ryzen 9 · 2 cores · JDK 25.0.3 · quiet".
    static String line(HostCard host) {
        String cores = host.cores() > 0 ? host.cores() + (host.cores() == 1 ? " core" : " cores") : "";
        return Plain.line(join(" · ", host.cpu(), cores, host.jdk(), busy(host)), 160);
    }

    private static String join(String separator, String... parts) {
        StringJoiner line = new StringJoiner(separator);
        for (String part : parts) {
            if (!part.isBlank()) {
                line.add(part);
            }
        }
        return line.toString();
    }

    private static String bytes(long bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
        double size = bytes;
        int unit = 0;
        for (; size >= 1024 && unit < units.length - 1; unit++) {
            size /= 1024;
        }
        return Numbers.text(size) + " " + units[unit];
    }
}
