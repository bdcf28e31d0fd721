package advsys.workbook.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.jshell.TestNotebook.Ran;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What cannot be interrupted takes a processor, or the notebook, away from the reader.
@Timeout(60)
class InterruptTest {
    private static final TestNotebook NOTEBOOK = new TestNotebook();
    private static final String BEGUN = "System.out.println(\"begun\"); ";

    @AfterAll
    static void close() {
        NOTEBOOK.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "Thread.sleep(100_000);",
                "for (;;) { try { Thread.sleep(10); } catch (InterruptedException e) { } }",
                "while (true) { try { while (true) {} } catch (Throwable t) { } }",
                "long n = 0; do { n++; } while (n != -1);",
                "Object o = new Object(); synchronized (o) { o.wait(); }",
                "new CountDownLatch(1).await();",
                "int f(int n) { return n <= 1 ? n : f(n - 1) + f(n - 2); } f(60)",
                "IntStream.iterate(0, i -> i + 1).filter(i -> Math.abs(i) < 0).findFirst();",
                "IntStream.range(0, 4).parallel().forEach(i -> { while (true) {} });",
                "Thread[] ts = new Thread[3];"
                        + "for (int i = 0; i < 3; i++) (ts[i] = new Thread(() -> { while (true) {} })).start();"
                        + "for (Thread t : ts) t.join();",
                "Thread.startVirtualThread(() -> { while (true) {} }).join();",
                "try (var pool = Executors.newFixedThreadPool(2)) { pool.submit(() -> { while (true) {} }); }",
                "CompletableFuture.supplyAsync(() -> { while (true) {} }).join();",
            })
    void interrupt_endsTheCell(String code) {
        Ran ran = NOTEBOOK.interrupt(BEGUN + code);

        assertThat(ran.failure().name()).isEqualTo("Interrupted");
        assertThat(ran.failure().value()).as(ran::traceback).isEqualTo("the cell was interrupted");
        assertThat(NOTEBOOK.value("1 + 1")).isEqualTo("2");
    }

    @Test
    void interrupt_saysWhereTheCellWas() {
        Ran ran = NOTEBOOK.interrupt("{\n" + BEGUN + "\nwhile (true) {} }");

        assertThat(ran.traceback())
                .contains("In[" + ran.cell.number() + "] line 3")
                .contains("--> 3 | while (true)");
    }

    @Test
    void interrupt_leavesLaterSnippetsOut() {
        Ran ran = NOTEBOOK.interrupt("{ " + BEGUN + "Thread.sleep(100_000); }\nSystem.out.println(\"too far\");");

        assertThat(ran.stdout()).doesNotContain("too far");
    }

    @Test
    void interrupt_whenCodeReturnsARestOfItsResult_keepsItAndEndsTheCell() {
        NOTEBOOK.run("String slow() { " + BEGUN + "try { Thread.sleep(100_000); } catch (InterruptedException e) {"
                + " Thread.currentThread().interrupt(); } return \"partial\"; }");

        Ran ran = NOTEBOOK.interrupt("String got = slow();\nSystem.out.println(\"too far\");");

        assertThat(ran.failure().name()).isEqualTo("Interrupted");
        assertThat(ran.stdout()).doesNotContain("too far");
        assertThat(NOTEBOOK.value("got")).isEqualTo("partial");
    }

    @Test
    void interrupt_whenTheRestIsTheLastExpression_showsIt() {
        NOTEBOOK.run("String slower() { " + BEGUN
                + "try { Thread.sleep(100_000); } catch (InterruptedException e) {} return \"rest\"; }");

        Ran ran = NOTEBOOK.interrupt("slower()");

        assertThat(ran.failure().name()).isEqualTo("Interrupted");
        assertThat(ran.notes()).isEqualTo("rest");
    }

    @Test
    void interrupt_ofARendererThatHangs_endsTheCell() {
        NOTEBOOK.run("class Hangs { public String toString() { System.out.println(\"begun\"); while (true) {} } }");

        assertThat(NOTEBOOK.interrupt("new Hangs()").failure().name()).isEqualTo("Interrupted");
    }

    @Test
    void interrupt_ofAThreadInAnUninterruptibleLock_givesItUp() {
        NOTEBOOK.run("var lock = new ReentrantLock();"
                + "var holder = new Thread(() -> { lock.lock(); LockSupport.park(); lock.unlock(); });"
                + "holder.setDaemon(true); holder.start(); while (!lock.isLocked()) Thread.onSpinWait();");
        long before = System.nanoTime();

        Ran ran = NOTEBOOK.interrupt("{ " + BEGUN + "\nlock.lock();\nSystem.out.println(\"late\"); while (true) {} }");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        assertThat(ran.failure().value()).contains("given up");
        assertThat(ran.traceback()).contains("lock.lock();").contains("restart the kernel");
        assertThat(NOTEBOOK.value("2 + 2")).isEqualTo("4");
        // when it comes back to life it prints to its own cell, and is stopped at its next loop
        NOTEBOOK.run("LockSupport.unpark(holder);");
        TestNotebook.await(() -> ran.stdout().contains("late"));
        TestNotebook.await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("main")
                        && List.of(thread.getStackTrace()).toString().contains("In[" + ran.cell.number() + "]")));
    }

    @Test
    void interrupt_beforeTheCellRuns_keepsItFromStarting() {
        Cell cell = NOTEBOOK.cell("System.out.println(\"started\")");
        NOTEBOOK.language.interrupt(cell);

        Ran ran = NOTEBOOK.run(cell);

        assertThat(ran.failure().name()).isEqualTo("Interrupted");
        assertThat(ran.stdout()).isEmpty();
    }

    @Test
    void interrupt_ofACellThatIsOver_doesNothing() {
        Ran over = NOTEBOOK.run("1");
        NOTEBOOK.language.interrupt(over.cell);

        assertThat(NOTEBOOK.value("3")).isEqualTo("3");
    }

    @Test
    void interrupt_leavesThreadsOfOtherCellsAlone() {
        NOTEBOOK.run("var ticks = new AtomicLong(); var goesOn = new AtomicBoolean(true);"
                + "var ticker = new Thread(() -> { while (goesOn.get()) ticks.incrementAndGet(); }); ticker.start();");

        NOTEBOOK.interrupt(BEGUN + "while (true) {}");

        long before = Long.parseLong(NOTEBOOK.value("ticks.get()"));
        TestNotebook.await(() -> Long.parseLong(NOTEBOOK.value("ticks.get()")) > before);
        NOTEBOOK.run("goesOn.set(false); ticker.join();");
    }

    @Test
    void threadsOfAnInterruptedCell_useNoProcessorAfterwards() throws Exception {
        NOTEBOOK.interrupt("for (int i = 0; i < 3; i++) new Thread(() -> { while (true) {} }).start(); " + BEGUN
                + "while (true) {}");

        // The virtual machine itself may still compile or collect for a while; a thread that spins never stops.
        Duration used = Duration.ofDays(1);
        for (int window = 0; window < 20 && used.compareTo(Duration.ofMillis(100)) >= 0; window++) {
            used = processorTimeOf(Duration.ofMillis(500));
        }
        assertThat(used).isLessThan(Duration.ofMillis(100)); // three spinning threads use 500 or more in every window
    }

    private static Duration processorTimeOf(Duration window) throws InterruptedException {
        ProcessHandle self = ProcessHandle.current();
        Duration before = self.info().totalCpuDuration().orElseThrow();
        Thread.sleep(window);
        return self.info().totalCpuDuration().orElseThrow().minus(before);
    }
}
