package advsys.testing;

import java.lang.reflect.Method;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/// Makes a skipped test of a heavy suite a failure where `CI=true`: there, `.ci/run` has installed what these suites
/// need, so that a skip means that something broke. On a reader's machine a skip stays a skip, with its reason.
///
/// Found by JUnit through `META-INF/services`; it holds for every test class.
public final class NoSkipsInCi implements InvocationInterceptor {
    private static final Set<String> SUITES = Set.of("notebook", "browser", "interop", "sandbox");

    private final boolean ci;

    public NoSkipsInCi() {
        this("true".equals(System.getenv("CI")));
    }

    NoSkipsInCi(boolean ci) {
        this.ci = ci;
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<@Nullable Void> call, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceed(call, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<@Nullable Void> call, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceed(call, context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> call, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceed(call, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> call, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceed(call, context);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> call, ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
        return proceed(call, context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<@Nullable Void> call, DynamicTestInvocationContext test, ExtensionContext context)
            throws Throwable {
        proceed(call, context);
    }

    private <T> T proceed(Invocation<T> call, ExtensionContext context) throws Throwable {
        try {
            return call.proceed();
        } catch (TestAbortedException skipped) {
            if (ci && isHeavy(context)) {
                throw new AssertionError("skipped, which CI must not: " + skipped.getMessage(), skipped);
            }
            throw skipped;
        }
    }

    /// A dynamic test has no tags of its own: those of its factory and of the class count.
    private static boolean isHeavy(ExtensionContext context) {
        return context.getTags().stream().anyMatch(SUITES::contains)
                || context.getParent().filter(NoSkipsInCi::isHeavy).isPresent();
    }
}
