package advsys.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import advsys.lab.subjects.Gate;
import advsys.lab.subjects.OpenGate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SubjectTest {
    private enum SplitHorizon {
        OFF,
        ON {
            @Override
            public String toString() {
                return "on, with a body";
            }
        }
    }

    private record Network(String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final class Plain {}

    static Gate open() {
        return new OpenGate();
    }

    private static String label(Object subject) {
        return Subject.of(subject).label();
    }

    @Test
    void of_constructorReference_isCalledByItsClass() {
        Maker<Gate> maker = OpenGate::new;
        assertThat(label(maker)).isEqualTo("OpenGate");
    }

    @Test
    void of_constructorOfANestedClass_isCalledByItsSimpleName() {
        Maker<Object> maker = Plain::new;
        assertThat(label(maker)).isEqualTo("Plain");
    }

    @Test
    void of_methodReference_isCalledByClassAndMethod() {
        Maker<Gate> maker = SubjectTest::open;
        assertThat(label(maker)).isEqualTo("SubjectTest.open");
    }

    @Test
    void of_constant_isCalledByItsNameEvenWithABody() {
        assertThat(label(SplitHorizon.OFF)).isEqualTo("OFF");
        assertThat(label(SplitHorizon.ON)).isEqualTo("ON");
    }

    @Test
    void of_values_areCalledByTheirText() {
        assertThat(label("a string")).isEqualTo("a string");
        assertThat(label(42)).isEqualTo("42");
        assertThat(label(new Network("wedgie-3/4"))).isEqualTo("wedgie-3/4");
        assertThat(label(OpenGate.class)).isEqualTo("OpenGate");
    }

    @Test
    void of_objectWithoutText_isCalledByItsClass() {
        assertThat(label(new Plain())).isEqualTo("Plain");
    }

    @Test
    void of_bareLambda_isRefusedWithTheRemedy() {
        Maker<Gate> lambda = () -> new OpenGate();
        assertThatThrownBy(() -> label(lambda))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lambda")
                .hasMessageContaining("subject(\"a name\", …)");
        Runnable notSerializable = () -> {};
        assertThatThrownBy(() -> label(notSerializable)).hasMessageContaining("subject(\"a name\", …)");
    }

    @Test
    void of_anonymousClass_isRefusedWithTheRemedy() {
        Object anonymous = new Object() {};
        assertThatThrownBy(() -> label(anonymous))
                .hasMessageContaining("anonymous class")
                .hasMessageContaining("subject(\"a name\", …)");
    }

    @Test
    void distinct_twoOfOneName_areRefused() {
        assertThatThrownBy(() -> Subject.distinct(List.of(Subject.of("a"), Subject.of("a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two subjects are called \"a\"");
    }
}
