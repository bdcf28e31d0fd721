package advsys.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import advsys.lab.Broken;
import advsys.lab.Mechanism;
import advsys.testing.PythonCases;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The marks that classes and packages must carry.
class MarksTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("advsys");

    @Test
    void packages_withClasses_areNullMarked() {
        assertThat(packages().filter(p -> !p.isAnnotatedWith(NullMarked.class)).map(JavaPackage::getName))
                .as("packages whose package-info lacks @NullMarked")
                .isEmpty();
        assertThat(packages()).as("packages looked at").hasSizeGreaterThan(3);
    }

    private static Stream<JavaPackage> packages() {
        return CLASSES.stream().map(JavaClass::getPackage).distinct();
    }

    /// The list of the course is the index of mechanisms: a name that is not in it would never be found there.
    @Test
    void mechanisms_haveTheNamesOfTheCourse() throws IOException {
        List<Mechanism> marks = CLASSES.stream()
                .filter(c -> c.isAnnotatedWith(Mechanism.class))
                .map(c -> c.getAnnotationOfType(Mechanism.class))
                .toList();
        assertThat(marks.stream().map(mark -> mark.value() + "/" + mark.variant()))
                .contains("Test-and-set lock/", "MCS lock/")
                .doesNotHaveDuplicates();
        assertThat(course()).containsAll(marks.stream().map(Mechanism::value).toList());
    }

    private static List<String> course() throws IOException {
        return Files.readAllLines(PythonCases.root().resolve("data/mechanisms.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t")[1])
                .toList();
    }

    /// A wrong class that does not say so would be taken for a right one, and one without a test might not be caught.
    @Test
    void brokenTwins_sayWhatIsWrong_andAreCaught() {
        List<JavaClass> broken = CLASSES.stream()
                .filter(c -> c.getSimpleName().startsWith("Broken") && !c.isEquivalentTo(Broken.class))
                .filter(c -> !c.getEnclosingClass().isPresent())
                .toList();
        assertThat(broken).isNotEmpty();
        for (JavaClass twin : broken) {
            assertThat(twin.isAnnotatedWith(Broken.class))
                    .as(twin + " carries @Broken")
                    .isTrue();
            Broken mark = twin.getAnnotationOfType(Broken.class);
            assertThat(mark.of().isAnnotationPresent(Mechanism.class))
                    .as("the right twin of " + twin)
                    .isTrue();
            assertThat(List.of(mark.verdict(), mark.witness()))
                    .as(twin.getName())
                    .noneMatch(String::isBlank);
            assertThatCode(() -> Class.forName(twin.getName() + "Test"))
                    .as("a test that catches it")
                    .doesNotThrowAnyException();
        }
    }
}
