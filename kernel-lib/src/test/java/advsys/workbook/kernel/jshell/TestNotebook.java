package advsys.workbook.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.Bundle;
import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// A notebook without a front end: cells go in, and what they print, show and fail of comes out.
final class TestNotebook implements AutoCloseable {
    final RecordingFrontEnd frontEnd = new RecordingFrontEnd();
    final JavaLanguage language = JavaLanguage.start(frontEnd);
    private final AtomicInteger count = new AtomicInteger();

    /// A cell that ran.
    final class Ran {
        final Cell cell;
        final Reply reply;

        Ran(Cell cell, Reply reply) {
            this.cell = cell;
            this.reply = reply;
        }

        String stdout() {
            return frontEnd.text(cell, "stdout");
        }

        String stderr() {
            return plain(frontEnd.text(cell, "stderr"));
        }

        List<Bundle> displays() {
            return frontEnd.displays(cell);
        }

        /// Everything shown below the cell as text.
        String notes() {
            return String.join("\n", displays().stream().map(Bundle::text).toList());
        }

        Optional<Bundle> result() {
            assertThat(reply).as(() -> "reply to " + cell.code()).isInstanceOf(Reply.Done.class);
            return ((Reply.Done) reply).result();
        }

        /// What the result shows as text; "" when there is none.
        String text() {
            return result().map(Bundle::text).orElse("");
        }

        Reply.Failed failure() {
            assertThat(reply).as(() -> "reply to " + cell.code()).isInstanceOf(Reply.Failed.class);
            return (Reply.Failed) reply;
        }

        /// The whole traceback without colours.
        String traceback() {
            return plain(String.join("\n", failure().traceback()));
        }
    }

    Cell cell(String code) {
        int number = count.incrementAndGet();
        return new Cell("cell-" + number, number, code, false, true, true, "notebook-" + number);
    }

    Ran run(String code) {
        return run(cell(code));
    }

    Ran run(Cell cell) {
        return new Ran(cell, language.run(cell));
    }

    /// Runs a cell and interrupts it once `begun` holds.
    Ran interrupt(Cell cell, BooleanSupplier begun) {
        Thread interrupter = new Thread(() -> {
            await(begun);
            language.interrupt(cell);
        });
        interrupter.start();
        return run(cell);
    }

    /// Runs a cell that prints "begun", and interrupts it then.
    Ran interrupt(String code) {
        Cell cell = cell(code);
        return interrupt(cell, () -> frontEnd.text(cell, "stdout").contains("begun"));
    }

    /// The text of the last expression's value.
    String value(String code) {
        return run(code).text();
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static String plain(String text) {
        return text.replaceAll("\u001b\\[[0-9;]*m", "");
    }

    @Override
    public void close() {
        language.close();
    }
}
