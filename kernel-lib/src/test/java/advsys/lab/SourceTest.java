package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import advsys.locks.McsLock;
import advsys.locks.TasLock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourceTest {
    @AfterEach
    void forgetCells() {
        Source.use(type -> Optional.empty());
    }

    @Test
    void of_libraryClass_isWhatTheRepositoryHolds() {
        Source source = Source.of(TasLock.class);
        assertThat(source.text())
                .contains("public final class TasLock implements Mutex")
                .doesNotContain("package ")
                .endsWith("}");
        assertThat(source.place()).startsWith("kernel-lib/src/main/java/advsys/locks/TasLock.java:");
    }

    @Test
    void of_nestedClass_isCutOutAndMovedLeft() {
        Source node = Source.of(McsLock.Node.class);
        assertThat(node.text())
                .contains("class Node")
                .doesNotContain("public void lock")
                .endsWith("\n}");
        int whole = Integer.parseInt(Source.of(McsLock.class).place().replaceAll(".*:", ""));
        assertThat(Integer.parseInt(node.place().replaceAll(".*:", ""))).isGreaterThan(whole);
    }

    @Test
    void method_overloaded_showsAllOfThem() {
        Source lock = Source.of(McsLock.class).method("lock");
        assertThat(lock.text())
                .contains("public void lock(Node node)")
                .contains("public void lock()")
                .doesNotContain("unlock(");
        assertThat(lock.shown().text()).startsWith("advsys.locks.McsLock.lock  kernel-lib/src/main/java");
    }

    @Test
    void method_unknown_namesThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Source.of(TasLock.class).method("tryLock"))
                .withMessage("advsys.locks.TasLock has no method \"tryLock\" of its own; it has lock, unlock");
    }

    @Test
    void of_classWithoutSource_saysWhereSourcesAreKnown() {
        for (Class<?> type : new Class<?>[] {String.class, int.class, SourceTest.class}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Source.of(type))
                    .withMessageContaining("the source of " + type.getName() + " is not here");
        }
    }

    @Test
    void of_classOfACell_comesFromTheProvider() {
        Source.use(type -> Optional.of("int x = 1;\n\nclass Cell {\n    void run() { go(\"<b>\"); }\n}\nnew Cell()"));
        Source source = Source.of(Cell.class);
        assertThat(source.text()).isEqualTo("class Cell {\n    void run() { go(\"<b>\"); }\n}");
        String html = (String) source.shown().data().get(Bundle.HTML);
        assertThat(html)
                .contains("&lt;b&gt;")
                .doesNotContain("<b>\"")
                .contains(">class</span>")
                .doesNotContain("<style");
    }

    @Test
    void shown_comments_keepTheirTextInHtml() {
        String html = (String) Source.of(McsLock.class).shown().data().get(Bundle.HTML);
        assertThat(html)
                .contains("J. Mellor-Crummey")
                .contains("font-style:italic")
                .doesNotContain("\u0000");
    }
}

class Cell {}
