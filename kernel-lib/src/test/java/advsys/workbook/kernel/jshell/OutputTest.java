package advsys.workbook.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.workbook.kernel.Cell;
import advsys.workbook.kernel.jshell.TestNotebook.Ran;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What a thread prints belongs to the cell that started it: with threads, output in the wrong place is a wrong answer.
class OutputTest {
    private static final TestNotebook NOTEBOOK = new TestNotebook();

    @AfterAll
    static void close() {
        NOTEBOOK.close();
    }

    @Test
    void print_ofEveryKind_arrivesInOrder() {
        Ran ran = NOTEBOOK.run(
                "System.out.print(1); System.out.print('c'); System.out.print(2L); System.out.print(1.5);"
                        + "System.out.print(true); System.out.print(\"s\"); System.out.print((Object) null);"
                        + "System.out.println(new char[] {'x', 'y'}); System.out.printf(\"%03d%n\", 7);"
                        + "System.out.append(\"ä\").append('ö').println(); System.out.write('!'); System.out.println(2.5f);");

        assertThat(ran.stdout()).isEqualTo("1c21.5truesnullxy\n007\näö\n!2.5\n");
    }

    @Test
    void err_isAStreamOfItsOwn() {
        Ran ran = NOTEBOOK.run("System.err.println(\"bad\"); System.out.println(\"good\");");

        assertThat(ran.stderr()).isEqualTo("bad\n");
        assertThat(ran.stdout()).isEqualTo("good\n");
    }

    @Test
    void thread_printsToItsCell_alsoAfterTheCellEnded() {
        Ran first = NOTEBOOK.run("var gate = new CountDownLatch(1);"
                + "new Thread(() -> { try { gate.await(); } catch (InterruptedException e) {} "
                + "System.out.println(\"platform\"); }).start();"
                + "Thread.startVirtualThread(() -> { try { gate.await(); } catch (InterruptedException e) {} "
                + "System.out.println(\"virtual\"); });");

        Ran second = NOTEBOOK.run("gate.countDown(); System.out.println(\"second\");");

        TestNotebook.await(
                () -> first.stdout().contains("platform\n") && first.stdout().contains("virtual\n"));
        assertThat(second.stdout()).isEqualTo("second\n");
    }

    @Test
    void parallelStream_printsToTheRunningCell() {
        String code = "IntStream.range(0, 200).parallel().forEach(i -> System.out.println(\"item\"));";
        Ran first = NOTEBOOK.run(code);
        Ran second = NOTEBOOK.run(code);

        assertThat(first.stdout().lines()).hasSize(200);
        assertThat(second.stdout().lines()).hasSize(200);
    }

    @Test
    void pool_printsToTheCellThatMadeIt_unlessATaskIsAdopted() {
        Ran maker = NOTEBOOK.run("var pool = Executors.newFixedThreadPool(1);"
                + "pool.submit(() -> System.out.println(\"from the maker\")).get();");

        Ran user = NOTEBOOK.run("pool.submit(() -> System.out.println(\"plain\")).get();"
                + "pool.submit(Output.here(() -> System.out.println(\"adopted\"))).get();"
                + "pool.submit(Output.call(() -> { System.out.println(\"called\"); return 1; })).get();"
                + "pool.shutdown();");

        assertThat(maker.stdout()).isEqualTo("from the maker\nplain\n");
        assertThat(user.stdout()).isEqualTo("adopted\ncalled\n");
    }

    @Test
    void println_fromManyThreads_keepsLinesWhole() {
        Ran ran = NOTEBOOK.run("var printers = new ArrayList<Thread>();"
                + "for (int t = 0; t < 4; t++) { int id = t; var p = new Thread(() -> {"
                + "  for (int i = 0; i < 500; i++) System.out.println(\"line of \" + id); }); p.start(); printers.add(p); }"
                + "for (var p : printers) p.join();");

        assertThat(ran.stdout().lines()).hasSize(2_000).allMatch(line -> line.matches("line of [0-3]"));
    }

    @Test
    void close_ofSystemOut_doesNoHarm() {
        NOTEBOOK.run("System.out.close(); System.err.close();");

        assertThat(NOTEBOOK.run("System.out.println(\"still here\");").stdout()).isEqualTo("still here\n");
    }

    @Test
    void uncaughtException_ofAThread_isShownBelowItsCell() {
        Ran ran = NOTEBOOK.run(
                "var dying = new Thread(() -> {\n  throw new IllegalStateException(\"lost\");\n}, \"worker\");"
                        + "dying.start(); dying.join();");

        TestNotebook.await(() -> ran.stderr().contains("IllegalStateException"));
        assertThat(ran.stderr())
                .contains("thread worker")
                .contains("lost")
                .contains("In[" + ran.cell.number() + "] line 2")
                .doesNotContain("java.lang.Thread");
    }

    @Test
    void uncaughtException_ofAVirtualThread_isShownBelowItsCell() {
        Ran ran =
                NOTEBOOK.run("Thread.startVirtualThread(() -> { throw new IllegalStateException(\"lost\"); }).join();");

        TestNotebook.await(() -> ran.stderr().contains("IllegalStateException: lost"));
    }

    @Test
    void read_asksTheFrontEnd() {
        NOTEBOOK.frontEnd.answers.add("zwölf");

        assertThat(NOTEBOOK.value("new Scanner(System.in).nextLine()")).isEqualTo("zwölf");
    }

    @Test
    void read_whereNobodyCanAnswer_saysSo() {
        Cell cell = new Cell("mute", 1_000, "System.in.read()", false, true, false, "");

        assertThat(NOTEBOOK.run(cell).failure().value()).contains("nobody can answer");
    }

    @Test
    void mainThread_isTheSameInEveryCell() {
        NOTEBOOK.run("var held = new ReentrantLock(); held.lock(); var mine = Thread.currentThread();");

        assertThat(NOTEBOOK.value("held.unlock(); mine == Thread.currentThread() && mine.getName().equals(\"main\")"))
                .isEqualTo("true");
    }
}
