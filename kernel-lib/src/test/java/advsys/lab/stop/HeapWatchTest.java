package advsys.lab.stop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapWatchTest {
    @Test
    void isFull_aHeapWithRoom_isNot() {
        assertThat(HeapWatch.exceeds(84, 100)).isFalse();
        assertThat(HeapWatch.exceeds(86, 100)).isTrue();
        assertThat(new HeapWatch().isFull()).isFalse();
    }
}
