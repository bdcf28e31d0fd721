package advsys.workbook.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When the first picture is drawn ahead.
class FirstPictureTest {
    private final BlockingQueue<Thread> drawn = new LinkedBlockingQueue<>();
    private final FirstPicture picture = new FirstPicture(() -> drawn.add(Thread.currentThread()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import advsys.lab.*; import advsys.locks.*;",
                "import org.knowm.xchart.*;",
                "new java.awt.image.BufferedImage(1, 1, 1)"
            })
    void expect_aCellThatMayDraw_drawsOnceInTheBackground(String code) throws InterruptedException {
        picture.expect("1 + 1");
        picture.expect(code);
        Thread thread = drawn.take();
        picture.expect(code);
        thread.join();

        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread).isNotEqualTo(Thread.currentThread());
        assertThat(drawn).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"int lab = 3; lab + 1", "class MyAdvsysLab {}", "import java.util.*;", "1 + 1", ""})
    void draws_cellsWithoutPictures_doNot(String code) {
        assertThat(FirstPicture.draws(code)).isFalse();
    }
}
