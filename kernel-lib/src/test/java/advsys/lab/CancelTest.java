package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advsys.lab.stop.Scope;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class CancelTest {
    @Test
    void poll_undisturbed_doesNothing() {
        Cancel.poll();
        assertThat(Cancel.requested()).isFalse();
    }

    @Test
    void poll_interrupted_throwsAndKeepsTheFlag() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(Cancel::poll).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void poll_scopeStopped_throws() throws Exception {
        try (Scope cell = Scope.root("cell 4")) {
            cell.call(() -> {
                Cancel.poll();
                cell.stop();
                assertThat(Cancel.requested()).isTrue();
                assertThatThrownBy(Cancel::poll).isInstanceOf(CancellationException.class);
                return null;
            });
        }
    }
}
