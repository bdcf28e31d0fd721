package advsys.multiprocessor;

import advsys.lab.Experiment;
import advsys.lab.HostCard;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tech.tablesaw.api.Row;

/// Costs in the proportions of this host, from [HostLatency].
final class HostCosts {
    private HostCosts() {}

    static Costs measured() {
        Map<HostLatency.Way, Double> nanos = new EnumMap<>(HostLatency.Way.class);
        for (Row row : Experiment.of(new HostLatency())
                .compare("way", HostLatency.Way.values())
                .repeats(1)
                .run()
                .table()) {
            nanos.put(HostLatency.Way.valueOf(row.getString("way")), row.getDouble("nanos"));
        }
        return of(nanos);
    }

    static Costs of(Map<HostLatency.Way, Double> nanos) {
        double cycle = at(nanos, HostLatency.Way.CYCLE);
        double memory = at(nanos, HostLatency.Way.MEMORY);
        double fromCache = at(nanos, HostLatency.Way.CACHE);
        double cache = Double.isNaN(fromCache) ? memory : fromCache; // one core: there is no other cache
        HostCard.measured(String.format(
                Locale.ROOT,
                "cycle %.2f ns, hit %.1f, pause %.1f, line from memory %.0f, in a stream %.1f, from another core %.0f",
                cycle,
                at(nanos, HostLatency.Way.HIT),
                at(nanos, HostLatency.Way.PAUSE),
                memory,
                at(nanos, HostLatency.Way.STREAM),
                cache));
        return new Costs(
                cycles(at(nanos, HostLatency.Way.HIT), cycle),
                cycles(at(nanos, HostLatency.Way.PAUSE), cycle),
                cycles(at(nanos, HostLatency.Way.STREAM), cycle),
                cycles(memory, cycle),
                cycles(cache, cycle),
                cycles(cache, cycle), // to ask for the right to write takes a journey too
                0,
                (int) Math.max(1, Math.round(cycle * 1000)));
    }

    private static double at(Map<HostLatency.Way, Double> nanos, HostLatency.Way way) {
        return Objects.requireNonNull(nanos.get(way), way.name());
    }

    private static int cycles(double nanos, double cycle) {
        return (int) Math.max(1, Math.round(nanos / cycle));
    }
}
