package advsys.workbook.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartUpTest {
    private static final String OUTPUT = "import " + Output.class.getName() + ";";

    @Test
    void snippets_ofSources_areThoseThatTheirWordsCanMean() {
        assertThat(StartUp.snippets(List.of("int one = 1;", "class MyLock { AtomicBoolean held; List<String> all; }")))
                .containsExactly("import java.util.*;", "import java.util.concurrent.atomic.*;", OUTPUT);
    }

    @Test
    void snippets_ofSourcesThatCallWhatNotebooksHave_importItAndNothingElse() {
        String word = DefaultImports.STATICS.iterator().next();
        assertThat(StartUp.snippets(List.of(word + "(1)")))
                .containsExactly("import static " + Notebook.class.getName() + ".*;", OUTPUT);
    }

    @Test
    void snippets_ofSourcesWithLettersWrittenAsNumbers_areAll() {
        assertThat(StartUp.snippets(List.of("\\u004cist<String> all;"))).isEqualTo(StartUp.snippets());
    }
}
