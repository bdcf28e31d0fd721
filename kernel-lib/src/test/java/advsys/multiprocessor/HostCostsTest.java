package advsys.multiprocessor;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.HostCard;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostCostsTest {
    private static Map<HostLatency.Way, Double> nanos(double cache) {
        Map<HostLatency.Way, Double> nanos = new EnumMap<>(HostLatency.Way.class);
        nanos.put(HostLatency.Way.CYCLE, 0.25);
        nanos.put(HostLatency.Way.HIT, 1.3);
        nanos.put(HostLatency.Way.PAUSE, 10.0);
        nanos.put(HostLatency.Way.MEMORY, 100.0);
        nanos.put(HostLatency.Way.STREAM, 4.0);
        nanos.put(HostLatency.Way.CACHE, cache);
        return nanos;
    }

    @Test
    void of_latencies_areThatManyCycles() {
        assertThat(HostCosts.of(nanos(30))).isEqualTo(new Costs(5, 40, 16, 400, 120, 120, 0, 250));
        assertThat(HostCard.here().latencies()).contains("from another core 30").contains("memory 100");
    }

    @Test
    void of_hostOfOneCore_takesMemoryForTheOtherCache() {
        assertThat(HostCosts.of(nanos(Double.NaN)).cache()).isEqualTo(400);
    }

    /// The only one that measures: in whatever a busy host makes of it, far memory takes longer than one's own cache.
    @Test
    void likeThisHost_isAMachineThatRuns() {
        Multiprocessor machine = Multiprocessor.likeThisHost(2);
        assertThat(machine.costs()).isSameAs(Costs.thisHost());
        assertThat(machine.costs().memory()).isGreaterThan(machine.costs().hit());
        assertThat(HostCard.here().latencies()).startsWith("cycle ");
    }
}
