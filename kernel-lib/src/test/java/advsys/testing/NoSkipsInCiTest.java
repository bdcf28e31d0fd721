package advsys.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.opentest4j.TestAbortedException;

class NoSkipsInCiTest {
    private static final Invocation<Void> SKIPPED = () -> {
        throw new TestAbortedException("no Chromium: apt-get install chromium");
    };

    @Test
    void skip_browserSuiteInCi_failsWithTheReason() {
        assertThatThrownBy(() -> run(true, "browser"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no Chromium: apt-get install chromium");
    }

    @Test
    void skip_browserSuiteElsewhere_staysASkip() {
        assertThatThrownBy(() -> run(false, "browser")).isInstanceOf(TestAbortedException.class);
    }

    @Test
    void skip_unitTestInCi_staysASkip() {
        assertThatThrownBy(() -> run(true)).isInstanceOf(TestAbortedException.class);
    }

    /// As JUnit has it: the dynamic test has no tags, its class has them.
    private static void run(boolean ci, String... tags) throws Throwable {
        ExtensionContext test = context(Set.of(), Optional.of(context(Set.of(tags), Optional.empty())));
        DynamicTestInvocationContext called = () -> () -> {};
        new NoSkipsInCi(ci).interceptDynamicTest(SKIPPED, called, test);
    }

    private static ExtensionContext context(Set<String> tags, Optional<ExtensionContext> parent) {
        return (ExtensionContext) Proxy.newProxyInstance(
                NoSkipsInCiTest.class.getClassLoader(),
                new Class<?>[] {ExtensionContext.class},
                (proxy, method, arguments) -> method.getName().equals("getTags") ? tags : parent);
    }
}
